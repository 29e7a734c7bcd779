import type { ClaimedLease, Lease, LeaseChange } from '../domain/lease';
import type { NamespaceLife, NamespaceRecord } from '../domain/namespace';

/** What an attempt changes about a lease. */
export type LeaseSettlement = {
  change?: LeaseChange;
  /** What becomes of the namespace, in the same transaction. */
  life?: Exclude<NamespaceLife, 'deleted'>;
  nextStepAt: Date;
  nextRunAt: Date;
  attempts: number;
  lastError?: string;
};

/** A lease that a worker holds, with its namespace. */
export type LeaseWork = { lease: ClaimedLease; namespace: NamespaceRecord };

/** A lease that an approved request made longer. */
export type Renewal = { namespaceId: string; step: number };

/** The leases of namespaces, and the work that is left to do for them. */
export interface LeaseStore {
  find(namespaceId: string): Promise<Lease | undefined>;
  claimDue(options: {
    now: Date;
    leaseSeconds: number;
    limit: number;
    ticket: string;
  }): Promise<LeaseWork[]>;
  /**
   * Writes how an attempt ended. False when the ticket is not the row's any more, or the namespace is being deleted: then
   * nothing is written.
   */
  settle(
    claimed: ClaimedLease,
    settlement: LeaseSettlement,
    now: Date,
  ): Promise<boolean>;
  /**
   * Lets a namespace stay longer, and starts it again if it was stopped. A repeat changes nothing.
   *
   * @throws ConflictError when it is too late, or the request was cancelled, in a sentence.
   */
  renew(
    renewal: { requestId: string; namespaceId: string; until: Date },
    now: Date,
  ): Promise<Renewal>;
  findRenewal(requestId: string): Promise<Renewal | undefined>;
  /** The request that made a lease longer and gave it its step; undefined when nobody has since. */
  findRequestOfStep(
    lease: Pick<Lease, 'namespaceId' | 'step'>,
  ): Promise<string | undefined>;
  /** Sees to it that a renewal never happens. @throws ConflictError when it has. */
  cancelRenewal(
    renewal: { requestId: string; namespaceId: string },
    now: Date,
  ): Promise<void>;
}
