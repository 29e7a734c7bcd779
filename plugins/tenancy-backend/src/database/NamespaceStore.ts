import type { RowFilter } from '@caas/contract-node';
import type { ClaimedNamespace, NamespaceRecord } from '../domain/namespace';
import type { QuotaKey } from '../domain/quota';
import type { Settlement } from '../domain/settle';
import type { Deletion } from './operations/beginDeletion';

/** Namespaces, and the work that is left to do for them. They are made by the ledger. */
export interface NamespaceStore {
  findByRequest(requestId: string): Promise<NamespaceRecord | undefined>;
  /** The one of this id, also when it is deleted. */
  find(id: string): Promise<NamespaceRecord | undefined>;
  /** The one that has the name now: not those that are deleted. */
  findByName(
    cluster: string,
    name: string,
  ): Promise<NamespaceRecord | undefined>;
  listByIds(ids: string[]): Promise<NamespaceRecord[]>;
  /** Those that hold a share of a quota, by name. */
  listInQuota(key: QuotaKey): Promise<NamespaceRecord[]>;
  /** By tenant, cluster and name: those that are held, unless those that were deleted are asked for. */
  list(page: {
    filter: RowFilter;
    tenant?: string;
    shows?: 'held' | 'deleted';
    /** ISO 8601: only those whose lease is over by then, the first to end first. */
    leaseEndsBy?: string;
    limit: number;
    offset: number;
  }): Promise<{ items: NamespaceRecord[]; totalCount: number }>;
  /** Every namespace that is not deleted, for the catalog. */
  listAll(): Promise<NamespaceRecord[]>;
  /**
   * Requests that are being carried out with a namespace as it was loaded: its deletion, and each change of its share that the
   * cluster was not seen to hold whole by then.
   */
  listRequestsUnderWay(
    loaded: Pick<NamespaceRecord, 'id' | 'readyGeneration' | 'deleteRequestId'>,
  ): Promise<string[]>;
  /** Takes namespaces that are due, for as long as the lease lasts. */
  claimDue(options: {
    now: Date;
    leaseSeconds: number;
    limit: number;
    ticket: string;
  }): Promise<ClaimedNamespace[]>;
  /** Writes how an attempt ended. False when the ticket is not the row's any more: then nothing is written. */
  settle(
    claimed: Pick<ClaimedNamespace, 'id' | 'ticket'>,
    settlement: Settlement,
    now: Date,
  ): Promise<boolean>;
  /** Notes that the desk is being answered that it failed. False when that had been noted before. */
  tellFailure(id: string): Promise<boolean>;
  /** Begins a failed namespace anew, with the next generation. Whoever held it loses its ticket. */
  restart(id: string, now: Date): Promise<void>;
  /**
   * Records that nothing is left of a namespace, and gives its share back. False when the ticket is not the row's any more,
   * or it was done before.
   */
  recordDeleted(claimed: ClaimedNamespace, now: Date): Promise<boolean>;
  /** Deletes what a request says. A repeat changes nothing. @throws ConflictError when that is not possible. */
  beginDeletion(deletion: Deletion, now: Date): Promise<void>;
  /** Sees to it that a deletion never happens. @throws ConflictError when it has begun. */
  cancelDeletion(deletion: Deletion, now: Date): Promise<void>;
}
