import type { RowFilter } from '@caas/contract-node';
import type {
  ApplySetChange,
  ApplySetInput,
  ApplySetState,
} from '@caas/plugin-clusters-common';
import type {
  ApplySetRecord,
  ClaimedApplySet,
  InventoryEntry,
} from '../domain/applySet';
import type { FoundObject } from '../domain/SeenObjects';
import type { Settlement } from '../domain/settle';

/** Who changes an apply set, and when. */
export type ChangeBy = { actor: string; now: Date };

/** Which sets a worker takes, for how long, and under which ticket. */
export type ClaimOptions = {
  clusters?: readonly string[];
  clustersExcept?: readonly string[];
  now: Date;
  leaseSeconds: number;
  limit: number;
  ticket: string;
};

/** Which objects were missing from their inventories and are in them now, and which wait for a worker that holds the set. */
export type OrphanResult = { taken: FoundObject[]; held: FoundObject[] };

export type SettleResult = 'settled' | 'superseded' | 'lost';

/** Keeps apply sets, and the work that is left to do for each. */
export interface ApplySetStore {
  find(cluster: string, id: string): Promise<ApplySetRecord | undefined>;

  list(options: {
    filter: RowFilter;
    cluster?: string;
    tenant?: string;
    state?: ApplySetState;
    limit: number;
    offset: number;
  }): Promise<{ items: ApplySetRecord[]; totalCount: number }>;

  /** Who wanted what of a set; the latest first. */
  listChanges(options: {
    cluster: string;
    id: string;
    limit: number;
    offset: number;
  }): Promise<{ items: ApplySetChange[]; totalCount: number }>;

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

  /** Takes sets that are due, on some clusters or on all but some, for as long as the lease lasts. */
  claimDue(options: ClaimOptions): Promise<ClaimedApplySet[]>;

  /** Moves the end of the lease, while the ticket is still the worker's own; otherwise answers false. */
  renewLease(
    claimed: ClaimedApplySet,
    options: { now: Date; leaseSeconds: number },
  ): Promise<boolean>;

  /** Records what is about to be created, while the ticket is still the worker's own; otherwise answers false. */
  recordInventory(
    claimed: ClaimedApplySet,
    inventory: InventoryEntry[],
  ): Promise<boolean>;

  /**
   * Writes how an attempt ended, and gives the ticket back.
   *
   * - `settled`: it is written.
   * - `superseded`: the owner wants something else by now. What the attempt left on the cluster is noted, and the set is
   *   due at once.
   * - `lost`: the ticket is somebody else's; nothing is written.
   */
  settle(
    claimed: ClaimedApplySet,
    settlement: Settlement,
    now: Date,
  ): Promise<SettleResult>;

  /** Makes sets delete what stands for them and is not in their inventories. */
  takeInOrphans(options: {
    cluster: string;
    found: FoundObject[];
    now: Date;
  }): Promise<OrphanResult>;

  /**
   * Makes the sets of a cluster due that wait for it to answer, or one set whose objects somebody touched; one that a
   * worker holds is due again when the worker settles.
   */
  makeDue(options: { cluster: string; id?: string; now: Date }): Promise<void>;
}
