import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import { leaseOfRow } from '../leaseRows';
import type { LeaseStore, LeaseWork } from '../LeaseStore';
import type { DbLeaseRow } from '../leaseTables';
import { namespaceOfRow } from '../namespaceRows';
import type { DbNamespaceRow } from '../tables';

/** Takes leases that are due, for as long as the worker's own lease lasts; see `claimDueNamespaces` for why it is safe. */
export async function claimDueLeases(
  knex: Knex,
  options: Parameters<LeaseStore['claimDue']>[0],
): Promise<LeaseWork[]> {
  const { now, leaseSeconds, limit, ticket } = options;
  const due = knex<DbLeaseRow>('leases')
    .select('namespace_id')
    .where('next_run_at', '<=', now.toISOString())
    .orderBy([{ column: 'next_run_at' }, { column: 'namespace_id' }])
    .limit(limit);
  if (isPostgres(knex)) due.forUpdate().skipLocked();
  const rows = await knex<DbLeaseRow>('leases')
    .whereIn('namespace_id', due)
    .update({
      ticket,
      next_run_at: new Date(now.getTime() + leaseSeconds * 1000).toISOString(),
    })
    .returning('*');
  if (rows.length === 0) return [];
  const namespaces = await knex<DbNamespaceRow>('namespaces').whereIn(
    'id',
    rows.map(row => row.namespace_id),
  );
  return rows.map(row => {
    // A lease refers to its namespace, which is never removed.
    const namespace = namespaces.find(({ id }) => id === row.namespace_id)!;
    return {
      lease: { ...leaseOfRow(row), ticket },
      namespace: namespaceOfRow(namespace),
    };
  });
}
