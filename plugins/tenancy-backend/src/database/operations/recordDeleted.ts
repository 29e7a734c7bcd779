import { subtractResources } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import type { ClaimedNamespace } from '../../domain/namespace';
import { NEVER } from '../leaseTables';
import {
  allocatedColumns,
  allocatedOf,
  resourcesOf,
  type DbAllocationRow,
  type DbNamespaceRow,
} from '../tables';
import { lockNamespace } from './lockNamespace';
import { lockQuota } from './lockQuota';

/**
 * Records that nothing is left of a namespace, and gives its share back, in one transaction.
 *
 * Once: the row is `deleting` before and `deleted` after, both under the lock of the quota. The share is what the row holds
 * then, whatever was resized meanwhile; its lines of the ledger end with it.
 */
export async function recordDeleted(
  knex: Knex,
  claimed: Pick<
    ClaimedNamespace,
    'id' | 'ticket' | 'tenant' | 'cluster' | 'environment'
  >,
  now: string,
): Promise<boolean> {
  const { id, tenant, cluster, environment, ticket } = claimed;
  const key = { tenant, cluster, environment };
  return knex.transaction(async tx => {
    const quota = await lockQuota(tx, key);
    const row = await lockNamespace(tx, id);
    if (!row || row.ticket !== ticket || row.life !== 'deleting') return false;
    await tx<DbAllocationRow>('allocations')
      .where('namespace_id', id)
      .whereNull('ended_at')
      .update({ ended_at: now });
    if (quota) {
      const left = subtractResources(allocatedOf(quota), resourcesOf(row));
      await tx('quotas')
        .where(key)
        .update({ ...allocatedColumns(left), updated_at: now });
    }
    await tx<DbNamespaceRow>('namespaces').where('id', id).update({
      life: 'deleted',
      deleted_at: now,
      message: null,
      last_error: null,
      ticket: null,
      next_run_at: NEVER,
      updated_at: now,
    });
    return true;
  });
}
