import type { Quota } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { NOTHING, type QuotaKey } from '../../domain/quota';
import {
  allocatedOf,
  hardOf,
  resourcesOf,
  type DbQuotaRow,
  type DbReservationRow,
} from '../tables';

/** A quota with the tenant that it belongs to. */
export type TenantQuota = Quota & QuotaKey;

type Sum = Pick<
  DbReservationRow,
  'tenant' | 'cluster' | 'environment' | 'cpu_millicores' | 'memory_bytes'
>;

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
    .sum({ cpu_millicores: 'cpu_millicores', memory_bytes: 'memory_bytes' });
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
      requested: requested ? resourcesOf(requested) : NOTHING,
    };
  });
}
