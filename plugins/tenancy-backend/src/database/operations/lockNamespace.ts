import { lockRow } from '@caas/database-node';
import type { Knex } from 'knex';
import type { DbNamespaceRow } from '../tables';

/**
 * A namespace's row, locked until the transaction ends. Lock the quota first (`lockQuota`), always: whoever takes the two in
 * this order never waits for somebody who waits for them.
 */
export function lockNamespace(
  tx: Knex.Transaction,
  id: string,
): Promise<DbNamespaceRow | undefined> {
  return lockRow<DbNamespaceRow>(tx, 'namespaces', { id });
}
