/** What every object that a view keeps has. Objects of the cluster itself have no namespace. */
export type Seen = { readonly name: string; readonly namespace?: string };

/** Trimmed objects of one resource, by namespace and name. */
export class Collection<T extends Seen> {
  private readonly namespaces = new Map<string, Map<string, T>>();
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

  /** Of one namespace; of the cluster itself without one. */
  in(namespace = ''): Iterable<T> {
    return this.namespaces.get(namespace)?.values() ?? [];
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
    if (!objects.has(name)) this.count += 1;
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
