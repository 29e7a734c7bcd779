import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';

/** Removes objects whose owners are all gone, and finishes deletions that wait for dependants. */
export function collectGarbage(store: ObjectStore): void {
  const everything = store.kinds.all.flatMap(kind =>
    store.list(kind).map(object => ({ kind, object })),
  );
  const alive = new Map(
    everything.map(({ object }) => [object.metadata.uid, object]),
  );
  for (const { kind, object } of everything) {
    const owners = object.metadata.ownerReferences ?? [];
    if (owners.length === 0) continue;
    const keeps = owners.some(({ uid }) => {
      const owner = alive.get(uid);
      return owner && !hasFinalizer(owner, 'foregroundDeletion');
    });
    if (!keeps && !object.metadata.finalizers?.length) {
      store.remove(kind, object);
      alive.delete(object.metadata.uid);
    }
  }
  for (const owner of alive.values())
    finishDeletion(store, owner, [...alive.values()]);
}

function finishDeletion(
  store: ObjectStore,
  owner: KubernetesObject,
  all: KubernetesObject[],
): void {
  const orphan = hasFinalizer(owner, 'orphan');
  if (!orphan && !hasFinalizer(owner, 'foregroundDeletion')) return;
  const dependants = all.filter(object =>
    object.metadata.ownerReferences?.some(
      ({ uid }) => uid === owner.metadata.uid,
    ),
  );
  if (orphan) {
    for (const dependant of dependants) {
      store.update(store.kinds.of(dependant), {
        ...dependant,
        metadata: {
          ...dependant.metadata,
          ownerReferences: dependant.metadata.ownerReferences?.filter(
            ({ uid }) => uid !== owner.metadata.uid,
          ),
        },
      });
    }
  } else if (dependants.length > 0) {
    return;
  }
  store.update(store.kinds.of(owner), {
    ...owner,
    metadata: {
      ...owner.metadata,
      finalizers: owner.metadata.finalizers?.filter(
        name => name !== 'orphan' && name !== 'foregroundDeletion',
      ),
    },
  });
}

function hasFinalizer({ metadata }: KubernetesObject, name: string): boolean {
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.finalizers?.includes(name) ?? false)
  );
}
