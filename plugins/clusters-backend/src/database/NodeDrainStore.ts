import type { DrainOptions } from '@caas/plugin-clusters-common';
import type {
  ClaimedDrain,
  DrainRecord,
  DrainSettlement,
} from '../domain/drain';

/** What somebody wants of a node. */
export type NewDrain = {
  id: string;
  cluster: string;
  node: string;
  options: DrainOptions;
  reason: string;
  requestedBy: string;
  now: Date;
};

/** Keeps drains of nodes, and the work that is left to do for each. */
export interface NodeDrainStore {
  find(cluster: string, id: string): Promise<DrainRecord | undefined>;

  /** The drain of a node that has not ended. */
  findOpen(cluster: string, node: string): Promise<DrainRecord | undefined>;

  /** The latest first. */
  list(options: {
    cluster: string;
    node?: string;
    limit: number;
    offset: number;
  }): Promise<{ items: DrainRecord[]; totalCount: number }>;

  /** @throws ConflictError when the node is being drained already. */
  start(drain: NewDrain): Promise<DrainRecord>;

  /**
   * Records that somebody wants it stopped. Twice is as once.
   *
   * @throws NotFoundError when there is no such drain, ConflictError when it has ended otherwise.
   */
  cancel(
    drain: { cluster: string; id: string; uncordon: boolean },
    by: { actor: string; now: Date },
  ): Promise<DrainRecord>;

  /** Takes drains that are due, for as long as the lease lasts. */
  claimDue(options: {
    now: Date;
    leaseSeconds: number;
    limit: number;
    ticket: string;
  }): Promise<ClaimedDrain[]>;

  /** Moves the end of the lease; false when the ticket is somebody else's, or somebody cancelled meanwhile. */
  renewLease(
    claimed: ClaimedDrain,
    options: { now: Date; leaseSeconds: number },
  ): Promise<boolean>;

  /**
   * Writes how a pass ended, and gives the ticket back. `superseded`: somebody cancelled meanwhile; the drain is due at
   * once. `lost`: the ticket is somebody else's, and nothing is written.
   */
  settle(
    claimed: ClaimedDrain,
    settlement: DrainSettlement,
    now: Date,
  ): Promise<'settled' | 'superseded' | 'lost'>;
}
