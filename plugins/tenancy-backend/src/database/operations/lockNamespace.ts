import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import type { DbNamespaceRow } from '../tables';

/**
 * A namespace's row, locked until the transaction ends. Lock the quota first (`lockQuota`), always: whoever takes the two in
 * this order never waits for somebody who waits for them. On SQLite the quota's lock is the lock of everything.
 */
export async function lockNamespace(
  tx: Knex.Transaction,
  id: string,
): Promise<DbNamespaceRow | undefined> {
  const row = tx<DbNamespaceRow>('namespaces').where({ id }).first();
  return isPostgres(tx) ? row.forUpdate() : row;
}
