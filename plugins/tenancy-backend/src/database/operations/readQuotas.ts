import { NO_RESOURCES } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import type { QuotaKey, TenantQuota } from '../../domain/quota';
import {
  AMOUNT_COLUMNS,
  allocatedOf,
  hardOf,
  resourcesOf,
  type DbAmounts,
  type DbQuotaRow,
  type DbReservationRow,
} from '../tables';

type Sum = DbAmounts &
  Pick<DbReservationRow, 'tenant' | 'cluster' | 'environment'>;

const SUMS = Object.fromEntries(
  Object.values(AMOUNT_COLUMNS).map(column => [column, column]),
);

/** Which quotas; all of them when nothing is said. */
type Which = Partial<QuotaKey> & { tenants?: string[] };

/** Quotas with what pending requests ask of them, in two queries however many there are. */
export async function readQuotas(
  knex: Knex,
  { tenants, ...key }: Which,
): Promise<TenantQuota[]> {
  const narrow = (query: Knex.QueryBuilder) => {
    query.where(key);
    if (tenants) query.whereIn('tenant', tenants);
  };
  const rows = await knex<DbQuotaRow>('quotas')
    .where(narrow)
    .orderBy(['tenant', 'cluster', 'environment']);
  const sums: Sum[] = await knex<DbReservationRow>('reservations')
    .where('state', 'held')
    .where(narrow)
    .groupBy('tenant', 'cluster', 'environment')
    .select('tenant', 'cluster', 'environment')
    .sum(SUMS);
  return rows.map(row => {
    const requested = sums.find(
      sum =>
        sum.tenant === row.tenant &&
        sum.cluster === row.cluster &&
        sum.environment === row.environment,
    );
    return {
      tenant: row.tenant,
      cluster: row.cluster,
      environment: row.environment,
      hard: hardOf(row),
      allocated: allocatedOf(row),
      requested: requested ? resourcesOf(requested) : NO_RESOURCES,
    };
  });
}
