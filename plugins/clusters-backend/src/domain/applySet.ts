import type {
  ApplySetState,
  Condition,
  DesiredObject,
} from '@caas/plugin-clusters-common';

/** An object's place on a cluster. */
export type ObjectKey = {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
};

/**
 * Something that an apply set may have created; its UID is known once the cluster has answered, and so is what the last
 * apply left of it.
 */
export type InventoryEntry = ObjectKey & { uid?: string; fingerprint?: string };

/** How one object of a set stands. */
export type ObjectStatus = ObjectKey & {
  state: 'pending' | 'applied' | 'healthy' | 'failed' | 'deleting';
  message?: string;
};

/** An apply set as it is stored. */
export type ApplySetRecord = {
  cluster: string;
  id: string;
  owner: string;
  tenant: string;
  generation: number;
  observedGeneration: number;
  state: ApplySetState;
  desired: DesiredObject[];
  inventory: InventoryEntry[];
  objects: ObjectStatus[];
  conditions: Condition[];
  reason: string;
  attempts: number;
  lastError?: string;
  nextRunAt: Date;
  /** When every object was last sent to the cluster and all was well. */
  appliedAt?: Date;
  updatedAt: Date;
};

/** An apply set that a worker holds. */
export type ClaimedApplySet = ApplySetRecord & { ticket: string };

export function keyOf(object: DesiredObject): ObjectKey {
  const { apiVersion, kind, metadata } = object;
  return {
    apiVersion,
    kind,
    ...(metadata.namespace && { namespace: metadata.namespace }),
    name: metadata.name,
  };
}

/** The group of an object's API, without its version; empty for the core group. */
export function groupOf({ apiVersion }: { apiVersion: string }): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** Objects keep their identity when the version of their API changes. */
export function isSameObject(a: ObjectKey, b: ObjectKey): boolean {
  return (
    a.kind === b.kind &&
    groupOf(a) === groupOf(b) &&
    a.name === b.name &&
    (a.namespace ?? '') === (b.namespace ?? '')
  );
}

/** `ResourceQuota 'life-x-dev/quota'`: an object as a sentence names it. */
export function describeObject({ kind, namespace, name }: ObjectKey): string {
  return `${kind} '${namespace ? `${namespace}/` : ''}${name}'`;
}
