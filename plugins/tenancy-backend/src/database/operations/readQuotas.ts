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

/** Quotas with what pending requests ask of them, in two queries however many there are. */
export async function readQuotas(
  knex: Knex,
  where: Partial<QuotaKey>,
): Promise<TenantQuota[]> {
  const rows = await knex<DbQuotaRow>('quotas')
    .where(where)
    .orderBy(['tenant', 'cluster', 'environment']);
  const sums: Sum[] = await knex<DbReservationRow>('reservations')
    .where({ ...where, state: 'held' })
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
