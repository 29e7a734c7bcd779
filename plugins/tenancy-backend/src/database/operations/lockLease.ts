import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import type { DbLeaseRow } from '../leaseTables';
import type { DbNamespaceRow } from '../tables';
import { lockNamespace } from './lockNamespace';

/**
 * A namespace and its lease, locked until the transaction ends: always in this order, and after the quota where that is
 * locked too.
 *
 * SQLite takes the lock of the file with the first write only: a write that changes nothing comes first there, so that
 * nothing is acted on that was read before (see `lockQuota`).
 */
export async function lockLease(
  tx: Knex.Transaction,
  namespaceId: string,
): Promise<{ lease?: DbLeaseRow; namespace?: DbNamespaceRow }> {
  const leases = tx<DbLeaseRow>('leases').where('namespace_id', namespaceId);
  if (!isPostgres(tx)) {
    await tx<DbNamespaceRow>('namespaces')
      .where('id', namespaceId)
      .update({ id: namespaceId });
  }
  const namespace = await lockNamespace(tx, namespaceId);
  const lease = isPostgres(tx)
    ? await leases.forUpdate().first()
    : await leases.first();
  return { lease, namespace };
}
