import type { Knex } from 'knex';
import type { ClaimedLease, Lease } from '../domain/lease';
import { leaseOfRow } from './leaseRows';
import type { DbLeaseRenewalRow, DbLeaseRow } from './leaseTables';
import type { LeaseSettlement, LeaseStore } from './LeaseStore';
import { claimDueLeases } from './operations/claimDueLeases';
import { cancelRenewal, renewLease } from './operations/renewLease';
import { settleLease } from './operations/settleLease';

export class DatabaseLeaseStore implements LeaseStore {
  static create(options: { knex: Knex }): DatabaseLeaseStore {
    return new DatabaseLeaseStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async find(namespaceId: string) {
    const row = await this.knex<DbLeaseRow>('leases')
      .where('namespace_id', namespaceId)
      .first();
    return row && leaseOfRow(row);
  }

  claimDue(options: Parameters<LeaseStore['claimDue']>[0]) {
    return claimDueLeases(this.knex, options);
  }

  settle(claimed: ClaimedLease, settlement: LeaseSettlement, now: Date) {
    return settleLease(this.knex, claimed, settlement, now.toISOString());
  }

  renew(renewal: Parameters<LeaseStore['renew']>[0], now: Date) {
    return renewLease(this.knex, renewal, now);
  }

  async findRenewal(requestId: string) {
    const row = await this.knex<DbLeaseRenewalRow>('lease_renewals')
      .where('request_id', requestId)
      .first();
    return row && { namespaceId: row.namespace_id, step: row.step };
  }

  async findRequestOfStep({
    namespaceId,
    step,
  }: Pick<Lease, 'namespaceId' | 'step'>) {
    const row = await this.knex<DbLeaseRenewalRow>('lease_renewals')
      .where({ namespace_id: namespaceId, step })
      .first();
    return row?.request_id;
  }

  cancelRenewal(
    renewal: Parameters<LeaseStore['cancelRenewal']>[0],
    now: Date,
  ) {
    return cancelRenewal(this.knex, renewal, now.toISOString());
  }
}
