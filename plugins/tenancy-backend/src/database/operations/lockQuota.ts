import type { Knex } from 'knex';
import type { QuotaKey } from '../../domain/quota';
import { isPostgres } from '@caas/database-node';
import type { DbQuotaRow } from '../tables';

/**
 * The quota's row, locked until the transaction ends; undefined when there is none.
 *
 * PostgreSQL locks the row, and answers it as it is once the lock is held: under READ COMMITTED a waiter of
 * `FOR UPDATE` sees what the writer before it committed.
 *
 * SQLite has no row locks, and a transaction that has read takes the write lock only with its first write: two
 * connections could both read, and the later writer would act on what it read before. So the transaction begins with
 * a write that changes nothing. It holds the only write lock of the file from then on, and reads after it.
 */
export async function lockQuota(
  tx: Knex.Transaction,
  { tenant, cluster, environment }: QuotaKey,
): Promise<DbQuotaRow | undefined> {
  const quota = tx<DbQuotaRow>('quotas').where({
    tenant,
    cluster,
    environment,
  });
  if (isPostgres(tx)) return quota.forUpdate().first();
  await quota.clone().update({ tenant });
  return quota.clone().first();
}
