import type { RowFilter } from '@caas/contract-node';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import type {
  ApplySetRecord,
  ClaimedApplySet,
  InventoryEntry,
} from '../domain/applySet';
import type { Settlement } from '../domain/settle';

/** Who changes an apply set, and when. */
export type ChangeBy = { actor: string; now: Date };

/** Keeps apply sets, and the work that is left to do for each. */
export interface ApplySetStore {
  find(cluster: string, id: string): Promise<ApplySetRecord | undefined>;

  list(options: {
    filter: RowFilter;
    cluster?: string;
    tenant?: string;
    limit: number;
    offset: number;
  }): Promise<{ items: ApplySetRecord[]; totalCount: number }>;

  /**
   * Records what an owner wants. The same generation with the same objects changes nothing; with others, or an older
   * one, it throws a `ConflictError`; a set of another owner throws a `NotAllowedError`.
   */
  put(input: ApplySetInput, by: ChangeBy): Promise<ApplySetRecord>;

  /** Records that an owner wants the objects gone. Throws a `NotFoundError` when there is no such set. */
  requestDeletion(
    set: { cluster: string; id: string; reason: string },
    by: ChangeBy,
  ): Promise<ApplySetRecord>;

  claimDue(options: {
    now: Date;
    leaseSeconds: number;
    limit: number;
    ticket: string;
  }): Promise<ClaimedApplySet[]>;

  /** Records what is about to be created, while the ticket is still the worker's own; otherwise answers false. */
  recordInventory(
    claimed: ClaimedApplySet,
    inventory: InventoryEntry[],
  ): Promise<boolean>;

  /** Writes how an attempt ended, while the ticket is still the worker's own; otherwise answers false. */
  settle(
    claimed: ClaimedApplySet,
    settlement: Settlement,
    now: Date,
  ): Promise<boolean>;

  /** Makes the sets of a cluster due that wait for it to answer, or one set whose objects somebody touched. */
  makeDue(options: { cluster: string; id?: string; now: Date }): Promise<void>;
}
