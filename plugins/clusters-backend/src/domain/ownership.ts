import { FIELD_MANAGER, LABELS } from '@caas/plugin-clusters-common';
import {
  isSameObject,
  keyOf,
  type ApplySetRecord,
  type InventoryEntry,
  type ObjectKey,
} from './applySet';
import { tenantOf } from './guardRails';
import type { LiveObject } from './LiveObject';

/** Labels of everything that an apply set puts on a cluster. */
export function labelsOf(setId: string): Record<string, string> {
  return { [LABELS.partOf]: setId, [LABELS.managedBy]: 'caas-portal' };
}

/**
 * Whether what stands on the cluster was put there by this set.
 *
 * The UID says so, and so does the label: a run that was killed after it created an object never noted the UID. An
 * object of the same name that has neither belongs to somebody else.
 */
export function isOwn(
  live: LiveObject,
  entry: InventoryEntry | undefined,
  setId: string,
): boolean {
  const { uid, labels } = live.metadata;
  return (
    (uid !== undefined && uid === entry?.uid) ||
    labels?.[LABELS.partOf] === setId
  );
}

/** The namespaces that a set makes, or puts something into. */
export function namespacesOf(set: ApplySetRecord): ObjectKey[] {
  const names = set.desired.map(keyOf).map(key => key.namespace ?? key.name);
  return [...new Set(names)].map(name => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    name,
  }));
}

/**
 * Why a set may not touch a namespace, in a sentence, or undefined when it may.
 *
 * Nothing is adopted: taking over a namespace that somebody filled would put their work under our quota.
 */
export function refuseNamespace(
  set: ApplySetRecord,
  key: ObjectKey,
  live: LiveObject | undefined,
): string | undefined {
  const where = `Namespace '${key.name}' on cluster '${set.cluster}'`;
  const isWanted = set.desired.some(object => isSameObject(keyOf(object), key));
  if (!live) {
    return isWanted
      ? undefined
      : `${where} does not exist, and this apply set does not make it`;
  }
  const entry = set.inventory.find(known => isSameObject(known, key));
  // Our own is not foreign because somebody took its labels away: they are put back.
  if (isWanted && isOwn(live, entry, set.id)) return undefined;
  const tenant = tenantOf(live);
  if (tenant !== set.tenant) {
    const owner = tenant ? `the tenant '${tenant}'` : 'nobody the portal knows';
    return `${where} belongs to ${owner}: it was there before, and is not taken over`;
  }
  return isWanted
    ? `${where} was not made by this apply set, and is not taken over`
    : undefined;
}

/**
 * Why a namespace of a set is not deleted, in a sentence; undefined for what may be deleted.
 *
 * Everything in a namespace goes with it, so labels alone prove nothing: somebody may have copied them to another one. It
 * has the UID that the set has noted, or, when a run was killed before it could note one, the portal's own apply on it.
 */
export function refuseDeletion(
  set: Pick<ApplySetRecord, 'tenant' | 'cluster'>,
  live: LiveObject,
  entry: InventoryEntry,
): string | undefined {
  if (entry.kind !== 'Namespace') return undefined;
  const where = `Namespace '${entry.name}' on cluster '${set.cluster}'`;
  const tenant = tenantOf(live);
  if (tenant !== set.tenant) {
    return `${where} carries the tenant '${tenant ?? ''}' by now, and not '${set.tenant}': it is not deleted. Put its label '${LABELS.tenant}' back if it is yours`;
  }
  const { uid, managedFields = [] } = live.metadata;
  const isNoted = entry.uid !== undefined && entry.uid === uid;
  const isApplied = managedFields.some(
    ({ manager, operation }) =>
      manager === FIELD_MANAGER && operation === 'Apply',
  );
  return isNoted || isApplied
    ? undefined
    : `${where} is another one than the portal made: its UID is '${uid}', and not '${entry.uid ?? 'known'}'. It is not deleted`;
}
