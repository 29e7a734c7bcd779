import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import type { ClaimedDrain } from '../../domain/drain';
import { drainOfRow, type DbNodeDrainRow } from '../nodeDrainRows';
import type { NodeDrainStore } from '../NodeDrainStore';

/**
 * Takes drains that are due, for as long as the lease lasts: as `claimDueApplySets` does, and for the same reasons no row
 * is taken twice. A drain that nobody has begun is `draining` from here on.
 */
export async function claimDueNodeDrains(
  knex: Knex,
  options: Parameters<NodeDrainStore['claimDue']>[0],
): Promise<ClaimedDrain[]> {
  const { now, leaseSeconds, limit, ticket } = options;
  const leaseEnd = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  return knex.transaction(async tx => {
    const due = tx<DbNodeDrainRow>('node_drains')
      .select('*')
      .where('next_run_at', '<=', now.toISOString())
      .orderBy(['next_run_at', 'id'])
      .limit(limit);
    if (isPostgres(knex)) due.forUpdate().skipLocked();
    const claimed: ClaimedDrain[] = [];
    for (const row of await due) {
      const state = row.state === 'pending' ? 'draining' : row.state;
      const taken = await tx<DbNodeDrainRow>('node_drains')
        .where({ id: row.id, next_run_at: row.next_run_at })
        .update({ ticket, state, next_run_at: leaseEnd });
      if (taken === 1) {
        claimed.push({ ...drainOfRow({ ...row, state }), ticket });
      }
    }
    return claimed;
  });
}
