import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/** Empties namespaces that are being deleted, and lets them go when nothing is left. */
export function reconcileNamespace(store: ObjectStore): void {
  const kind = kindOf('Namespace');
  for (const namespace of store.list(kind)) {
    if (!namespace.metadata.deletionTimestamp) continue;
    let left = 0;
    for (const child of store.kinds.all.filter(
      candidate => candidate.namespaced,
    )) {
      for (const object of store.list(child, namespace.metadata.name)) {
        if (object.metadata.finalizers?.length) left += 1;
        else store.remove(child, object);
      }
    }
    if (left === 0) {
      store.update(kind, {
        ...namespace,
        spec: { ...namespace.spec, finalizers: [] },
      });
    }
  }
}
