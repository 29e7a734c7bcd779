import type { ResourceKind } from '../api/ResourceKind';
import type {
  KubernetesObject,
  OwnerReference,
} from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';

/** Removes objects whose owners are all gone, and finishes deletions that wait for dependants. */
export function collectGarbage(store: ObjectStore): void {
  const isSolid = (uid: string) => {
    const owner = store.withUid(uid);
    return owner !== undefined && !isWaitingToEnd(owner, 'foregroundDeletion');
  };
  for (const uid of store.owners()) {
    if (isSolid(uid)) continue;
    for (const object of store.ownedBy(uid)) release(store, object, isSolid);
  }
  for (const owner of store.terminating()) finishDeletion(store, owner);
}

/** Takes an object from the owners that are gone or wait for it; without any other it goes. */
function release(
  store: ObjectStore,
  object: KubernetesObject,
  isSolid: (uid: string) => boolean,
): void {
  const kind = store.kinds.of(object);
  const owners = object.metadata.ownerReferences ?? [];
  const solid = owners.filter(({ uid }) => isSolid(uid));
  if (solid.length > 0) store.update(kind, withOwners(object, solid));
  else removeWithoutOwners(store, kind, object);
}

function finishDeletion(store: ObjectStore, owner: KubernetesObject): void {
  const orphan = isWaitingToEnd(owner, 'orphan');
  if (!orphan && !isWaitingToEnd(owner, 'foregroundDeletion')) return;
  const dependants = store.ownedBy(owner.metadata.uid);
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

/** Deletes an object that nobody owns any more; one that a finalizer holds begins to go. */
function removeWithoutOwners(
  store: ObjectStore,
  kind: ResourceKind,
  object: KubernetesObject,
): void {
  const { finalizers, deletionTimestamp } = object.metadata;
  if (!finalizers?.length) {
    store.remove(kind, object);
  } else if (!deletionTimestamp) {
    store.update(kind, {
      ...object,
      metadata: {
        ...object.metadata,
        deletionTimestamp: timestamp(store.now()),
        deletionGracePeriodSeconds: 0,
      },
    });
  }
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

function isWaitingToEnd(
  { metadata }: KubernetesObject,
  finalizer: string,
): boolean {
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.finalizers?.includes(finalizer) ?? false)
  );
}
