import { lockRow } from '@caas/database-node';
import type { Knex } from 'knex';
import type { DbLeaseRow } from '../leaseTables';
import type { DbNamespaceRow } from '../tables';
import { lockNamespace } from './lockNamespace';

/**
 * A namespace and its lease, locked until the transaction ends: always in this order, and after the quota where that is
 * locked too.
 */
export async function lockLease(
  tx: Knex.Transaction,
  namespaceId: string,
): Promise<{ lease?: DbLeaseRow; namespace?: DbNamespaceRow }> {
  const namespace = await lockNamespace(tx, namespaceId);
  const lease = await lockRow<DbLeaseRow>(tx, 'leases', {
    namespace_id: namespaceId,
  });
  return { lease, namespace };
}
