import type { NamespaceRecord, NewNamespace } from '../domain/namespace';
import type { QuotaKey, Reservation } from '../domain/quota';
import type { TenantQuota } from './operations/readQuotas';

/** The quota ledger: what tenants may hold, what they hold, and what they ask for. */
export interface LedgerStore {
  find(key: QuotaKey): Promise<TenantQuota | undefined>;
  /** By cluster and environment; of every tenant when none is named. */
  list(tenant?: string): Promise<TenantQuota[]>;
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
}
