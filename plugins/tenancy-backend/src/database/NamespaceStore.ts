import type { RowFilter } from '@caas/contract-node';
import type { ClaimedNamespace, NamespaceRecord } from '../domain/namespace';
import type { QuotaKey } from '../domain/quota';
import type { Settlement } from '../domain/settle';

/** Namespaces, and the work that is left to do for them. They are made by the ledger. */
export interface NamespaceStore {
  findByRequest(requestId: string): Promise<NamespaceRecord | undefined>;
  findByName(
    cluster: string,
    name: string,
  ): Promise<NamespaceRecord | undefined>;
  listByIds(ids: string[]): Promise<NamespaceRecord[]>;
  /** Those of a quota, by name. */
  listInQuota(key: QuotaKey): Promise<NamespaceRecord[]>;
  /** By tenant, cluster and name. */
  list(page: {
    filter: RowFilter;
    tenant?: string;
    limit: number;
    offset: number;
  }): Promise<{ items: NamespaceRecord[]; totalCount: number }>;
  /** Every namespace, for the catalog. */
  listAll(): Promise<NamespaceRecord[]>;
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
}
