import type { Knex } from 'knex';
import type { ClaimedTask } from '../../domain/request';
import { isPostgres } from '@caas/database-node';
import type { DbTaskRow } from '../tables';

/**
 * Takes up to `limit` tasks that are due, for as long as the lease lasts.
 *
 * One statement, so a claim is all or nothing. On PostgreSQL two claimers pass over each other's rows with `SKIP LOCKED`,
 * and what one has claimed is not due any more; SQLite runs one writing statement at a time. If the worker dies, the task is
 * due again at the end of the lease.
 */
export async function claimDueTasks(
  knex: Knex,
  options: { now: Date; leaseSeconds: number; limit: number; ticket: string },
): Promise<ClaimedTask[]> {
  const { now, leaseSeconds, limit, ticket } = options;
  const due = knex<DbTaskRow>('tasks')
    .select('id')
    .where('next_run_at', '<=', now.toISOString())
    .orderBy(['next_run_at', 'id'])
    .limit(limit);
  if (isPostgres(knex)) due.forUpdate().skipLocked();
  const rows = await knex<DbTaskRow>('tasks')
    .whereIn('id', due)
    .update({
      ticket,
      next_run_at: new Date(now.getTime() + leaseSeconds * 1000).toISOString(),
    })
    .returning('*');
  return rows.map(row => ({
    id: row.id,
    requestId: row.request_id,
    revision: row.revision,
    type: row.type,
    data: JSON.parse(row.data),
    attempts: row.attempts,
    ticket,
  }));
}
