import type { Knex } from 'knex';
import type { ApplySetState } from '@caas/plugin-clusters-common';
import type { ClaimedApplySet } from '../../domain/applySet';
import { applySetOfRow } from '../applySetRows';
import type { ClaimOptions } from '../ApplySetStore';
import { isPostgres } from '@caas/database-node';
import type { DbApplySetRow } from '../tables';

/**
 * Takes up to `limit` apply sets that are due, for as long as the lease lasts.
 *
 * One transaction. On PostgreSQL two claimers pass over each other's rows: `SKIP LOCKED` skips what the other is
 * claiming, and what it has claimed is not due any more. SQLite runs one writer at a time, and each update names the
 * `next_run_at` that was read, so a row that somebody claimed in between is not taken twice. If the worker dies, the row
 * is due again at the end of the lease.
 */
export async function claimDueApplySets(
  knex: Knex,
  options: ClaimOptions,
): Promise<ClaimedApplySet[]> {
  const { clusters, clustersExcept, now, leaseSeconds, limit, ticket } =
    options;
  const leaseEnd = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  return knex.transaction(async tx => {
    const due = tx<DbApplySetRow>('apply_sets')
      .select('*')
      .where('next_run_at', '<=', now.toISOString())
      .orderBy(['next_run_at', 'cluster', 'id'])
      .limit(limit);
    if (clusters) due.whereIn('cluster', clusters);
    if (clustersExcept) due.whereNotIn('cluster', clustersExcept);
    if (isPostgres(knex)) due.forUpdate().skipLocked();
    const claimed: ClaimedApplySet[] = [];
    for (const row of await due) {
      const state = stateOnceClaimed(row.state as ApplySetState);
      const taken = await tx<DbApplySetRow>('apply_sets')
        .where({
          cluster: row.cluster,
          id: row.id,
          next_run_at: row.next_run_at,
        })
        .update({ ticket, state, next_run_at: leaseEnd, touched_at: null });
      if (taken === 1) claimed.push({ ...applySetOfRow(row), state, ticket });
    }
    return claimed;
  });
}

/** Only what is new shows that it is worked on: a set that stands stays `ready` while it is looked at again. */
function stateOnceClaimed(state: ApplySetState): ApplySetState {
  return state === 'pending' ? 'applying' : state;
}
