/** What every object that a view keeps has. Objects of the cluster itself have no namespace. */
export type Seen = { readonly name: string; readonly namespace?: string };

/** Trimmed objects of one resource, by namespace and name. */
export class Collection<T extends Seen> {
  private readonly namespaces = new Map<string, Map<string, T>>();
  /** Names in the order of code points, by namespace: kept until one comes or goes, because lists are read in order. */
  private readonly orders = new Map<string, string[]>();
  private count = 0;
  private changes = 0;

  get size(): number {
    return this.count;
  }

  /** Grows with each change, for whoever keeps what was worked out from the objects. */
  get version(): number {
    return this.changes;
  }

  find(name: string, namespace = ''): T | undefined {
    return this.namespaces.get(namespace)?.get(name);
  }

  /** Of one namespace, by name; of the cluster itself without one. */
  in(namespace = ''): T[] {
    const objects = this.namespaces.get(namespace);
    if (!objects) return [];
    let order = this.orders.get(namespace);
    if (!order)
      this.orders.set(namespace, (order = [...objects.keys()].sort()));
    return order.map(name => objects.get(name)!);
  }

  sizeOf(namespace: string): number {
    return this.namespaces.get(namespace)?.size ?? 0;
  }

  *all(): Iterable<T> {
    for (const objects of this.namespaces.values()) yield* objects.values();
  }

  put(object: T): void {
    const { name, namespace = '' } = object;
    this.changes += 1;
    let objects = this.namespaces.get(namespace);
    if (!objects) this.namespaces.set(namespace, (objects = new Map()));
    if (!objects.has(name)) {
      this.count += 1;
      this.orders.delete(namespace);
    }
    objects.set(name, object);
  }

  remove(name: string, namespace = ''): void {
    const objects = this.namespaces.get(namespace);
    if (!objects?.delete(name)) return;
    this.count -= 1;
    this.changes += 1;
    if (objects.size === 0) this.namespaces.delete(namespace);
  }
}
