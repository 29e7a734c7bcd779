import { lockRow } from '@caas/database-node';
import type { Knex } from 'knex';
import type { QuotaKey } from '../../domain/quota';
import type { DbQuotaRow } from '../tables';

/** The quota's row, locked until the transaction ends; undefined when there is none. */
export function lockQuota(
  tx: Knex.Transaction,
  { tenant, cluster, environment }: QuotaKey,
): Promise<DbQuotaRow | undefined> {
  return lockRow<DbQuotaRow>(tx, 'quotas', { tenant, cluster, environment });
}
