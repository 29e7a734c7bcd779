import type { InventoryEntry, ObjectStatus } from './applySet';

/** How the objects of a set stand at the end of an attempt, and what it may have left on the cluster. */
export type Standing = { objects: ObjectStatus[]; inventory: InventoryEntry[] };

/** How one attempt to bring a cluster to what an apply set wants ended. */
export type Outcome = Standing &
  /** `isSeen`: the cluster was not asked, because its view shows all as the last apply left it. */
  (
    | { kind: 'ready'; isSeen?: boolean }
    | { kind: 'waiting'; message: string }
    | { kind: 'deleted' }
    | { kind: 'retry'; error: string }
    | { kind: 'stalled'; reason: StallReason; message: string }
  );

/** Why a person is needed. */
export type StallReason =
  'ForeignNamespace' | 'FieldConflict' | 'Refused' | 'UnknownCluster';
