import type { InventoryEntry, ObjectStatus } from './applySet';

/** How one attempt to bring a cluster to what an apply set wants ended. */
export type Outcome =
  | { kind: 'ready'; objects: ObjectStatus[]; inventory: InventoryEntry[] }
  | {
      kind: 'waiting';
      message: string;
      objects: ObjectStatus[];
      inventory: InventoryEntry[];
    }
  | { kind: 'deleted' }
  | { kind: 'retry'; error: string; objects?: ObjectStatus[] }
  | {
      kind: 'stalled';
      reason: StallReason;
      message: string;
      objects?: ObjectStatus[];
    };

/** Why a person is needed. */
export type StallReason =
  'ForeignNamespace' | 'FieldConflict' | 'Refused' | 'UnknownCluster';
