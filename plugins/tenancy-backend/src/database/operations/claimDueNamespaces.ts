import type { Knex } from 'knex';
import type { ClaimedNamespace } from '../../domain/namespace';
import { isPostgres } from '@caas/database-node';
import { namespaceOfRow } from '../namespaceRows';
import type { DbNamespaceRow } from '../tables';

/**
 * Takes up to `limit` namespaces that are due, for as long as the lease lasts.
 *
 * One statement, so a claim is all or nothing. On PostgreSQL two claimers pass over each other's rows: `SKIP LOCKED`
 * skips what the other is claiming, and what it has claimed is not due any more. SQLite runs one writing statement at
 * a time. `next_run_at` moves to the end of the lease: if the worker dies, the row is due again then, with nobody
 * having to notice. A worker that was only slow finds at `settle` that the ticket is not its own any more.
 */
export async function claimDueNamespaces(
  knex: Knex,
  options: { now: Date; leaseSeconds: number; limit: number; ticket: string },
): Promise<ClaimedNamespace[]> {
  const { now, leaseSeconds, limit, ticket } = options;
  const due = knex<DbNamespaceRow>('namespaces')
    .select('id')
    .where('next_run_at', '<=', now.toISOString())
    .orderBy([{ column: 'next_run_at' }, { column: 'id' }])
    .limit(limit);
  if (isPostgres(knex)) due.forUpdate().skipLocked();
  const rows = await knex<DbNamespaceRow>('namespaces')
    .whereIn('id', due)
    .update({
      ticket,
      next_run_at: new Date(now.getTime() + leaseSeconds * 1000).toISOString(),
    })
    .returning('*');
  return rows.map(row => ({ ...namespaceOfRow(row), ticket }));
}
