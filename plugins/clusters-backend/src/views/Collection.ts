import { byName } from './byName';

/** What every object that a view keeps has. Objects of the cluster itself have no namespace. */
export type Seen = { readonly name: string; readonly namespace?: string };

/** Trimmed objects of one resource, by namespace and name. */
export class Collection<T extends Seen> {
  private readonly namespaces = new Map<string, Map<string, T>>();
  /** The objects of a namespace in the order of their names: kept until one comes or goes, because lists are read in order. */
  private readonly orders = new Map<string, T[]>();
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

  /** Of one namespace, by name; of the cluster itself without one. Not for keeping: changes are written into it. */
  in(namespace = ''): readonly T[] {
    const objects = this.namespaces.get(namespace);
    if (!objects) return [];
    let order = this.orders.get(namespace);
    if (!order) {
      order = [...objects.values()].sort(byName);
      this.orders.set(namespace, order);
    }
    return order;
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
    if (objects.has(name)) {
      this.replaceInOrder(object);
    } else {
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
    this.orders.delete(namespace);
    if (objects.size === 0) this.namespaces.delete(namespace);
  }

  /** Nearly every change is one to an object that is there: its place is found in a dozen looks. */
  private replaceInOrder(object: T): void {
    const order = this.orders.get(object.namespace ?? '');
    if (!order) return;
    let from = 0;
    let to = order.length - 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (order[middle].name < object.name) from = middle + 1;
      else to = middle;
    }
    order[from] = object;
  }
}
