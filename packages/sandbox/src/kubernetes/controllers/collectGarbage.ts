import type { ResourceKind } from '../api/kinds';
import type {
  KubernetesObject,
  OwnerReference,
} from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';

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
    const solid = owners.filter(({ uid }) => {
      const owner = alive.get(uid);
      return owner && !hasFinalizer(owner, 'foregroundDeletion');
    });
    if (solid.length === owners.length) continue;
    if (solid.length > 0) {
      store.update(kind, withOwners(object, solid));
    } else if (removeWithoutOwners(store, kind, object)) {
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
      const others = (dependant.metadata.ownerReferences ?? []).filter(
        ({ uid }) => uid !== owner.metadata.uid,
      );
      store.update(store.kinds.of(dependant), withOwners(dependant, others));
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

/** Deletes an object that nobody owns any more; one that a finalizer holds begins to go. Answers whether it is gone. */
function removeWithoutOwners(
  store: ObjectStore,
  kind: ResourceKind,
  object: KubernetesObject,
): boolean {
  const { finalizers, deletionTimestamp } = object.metadata;
  if (!finalizers?.length) {
    store.remove(kind, object);
    return true;
  }
  if (!deletionTimestamp) {
    store.update(kind, {
      ...object,
      metadata: {
        ...object.metadata,
        deletionTimestamp: timestamp(store.now()),
        deletionGracePeriodSeconds: 0,
      },
    });
  }
  return false;
}

function withOwners(
  object: KubernetesObject,
  ownerReferences: OwnerReference[],
): KubernetesObject {
  const { ownerReferences: _, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: {
      ...metadata,
      ...(ownerReferences.length > 0 && { ownerReferences }),
    },
  };
}

function hasFinalizer({ metadata }: KubernetesObject, name: string): boolean {
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.finalizers?.includes(name) ?? false)
  );
}
