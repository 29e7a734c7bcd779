import type { QuotaChange, Resize } from '../domain/changes';
import type { NamespaceRecord, NewNamespace } from '../domain/namespace';
import type { QuotaKey, Reservation, TenantQuota } from '../domain/quota';

/** The quota ledger: what tenants may hold, what they hold, and what they ask for. */
export interface LedgerStore {
  find(key: QuotaKey): Promise<TenantQuota | undefined>;
  /** By cluster and environment; of every tenant when none is named. */
  list(tenant?: string): Promise<TenantQuota[]>;
  /** By tenant, cluster and environment; in as many statements as for one tenant. */
  listOfTenants(tenants: string[]): Promise<TenantQuota[]>;
  /** Every tenant's quotas on a cluster. */
  listOnCluster(cluster: string): Promise<TenantQuota[]>;
  /** Shows what a pending request asks for. Repeats replace it; once settled it stays settled. */
  reserve(reservation: Reservation, now: Date): Promise<void>;
  /** Forgets what a request asked for, for good. */
  settle(reservation: Reservation, now: Date): Promise<void>;
  /** What pending requests ask of a quota, by request id. */
  listReservations(key: QuotaKey): Promise<Reservation[]>;
  /** The pending requests that ask for a name on a cluster. */
  listReservationsNamed(cluster: string, name: string): Promise<Reservation[]>;
  /**
   * Gives an approved request its share and its namespace. A repeat answers the namespace as it is now.
   *
   * @throws ConflictError when the quota has too little left, or the name is taken.
   */
  allocate(asked: NewNamespace, now: Date): Promise<NamespaceRecord>;
  /** Sees to it that a request makes no namespace, or answers the id of the one that it has made. */
  cancelCreation(
    key: QuotaKey,
    requestId: string,
    now: Date,
  ): Promise<string | undefined>;
  /**
   * Changes the share of a namespace. Answers the generation of the namespace that holds the change; a repeat answers the
   * same one.
   *
   * @throws ConflictError when nothing is changed.
   */
  resize(key: QuotaKey, resize: Resize, now: Date): Promise<number>;
  /** Takes a resize back, or sees to it that it never happens. @throws ConflictError when the cluster holds it already. */
  cancelResize(key: QuotaKey, requestId: string, now: Date): Promise<void>;
  /** Makes a quota or changes it; a repeat changes nothing. @throws ConflictError when nothing is changed. */
  changeQuota(key: QuotaKey, change: QuotaChange, now: Date): Promise<void>;
  /** Sees to it that a request never changes the quota. @throws ConflictError when it has. */
  cancelQuotaChange(key: QuotaKey, requestId: string, now: Date): Promise<void>;
}
