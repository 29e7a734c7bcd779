import type { Knex } from 'knex';
import type { ClaimedApplySet } from '../../domain/applySet';
import type { Settlement } from '../../domain/settle';
import type { SettleResult } from '../ApplySetStore';
import type { DbApplySetRow } from '../tables';

/**
 * Writes how an attempt ended, if the ticket is still the worker's own.
 *
 * Two conditional updates, each atomic. The first matches while the set wants what the worker claimed: the same
 * generation, and deletion as little or as much. A put or a delete that commits between the two leaves the ticket alone,
 * so the second meets it: it notes what may stand on the cluster, and hands the set on to be attempted again at once.
 */
export async function settleApplySet(
  knex: Knex,
  claimed: ClaimedApplySet,
  settlement: Settlement,
  now: Date,
): Promise<SettleResult> {
  const { cluster, id, ticket, generation } = claimed;
  const held = () =>
    knex<DbApplySetRow>('apply_sets').where({ cluster, id, ticket });
  const standing = {
    inventory: JSON.stringify(settlement.inventory),
    objects: JSON.stringify(settlement.objects),
    ticket: null,
    updated_at: now.toISOString(),
  };

  const unchanged = held().where({ generation });
  if (claimed.state === 'deleting') unchanged.where({ state: 'deleting' });
  else unchanged.whereNot({ state: 'deleting' });
  const settled = await unchanged.update({
    ...standing,
    state: settlement.state,
    observed_generation: settlement.observedGeneration,
    conditions: JSON.stringify(settlement.conditions),
    attempts: settlement.attempts,
    last_error: settlement.lastError ?? null,
    next_run_at: nextRunAt(knex, settlement, now),
    applied_at: settlement.appliedAt?.toISOString() ?? null,
  });
  if (settled === 1) return 'settled';

  const handedOn = await held().update({
    ...standing,
    next_run_at: now.toISOString(),
  });
  return handedOn === 1 ? 'superseded' : 'lost';
}

/** At once when somebody touched an object meanwhile; unless the attempt failed: then it comes back in its own time. */
function nextRunAt(
  knex: Knex,
  { state, nextRunAt: planned }: Settlement,
  now: Date,
): Knex.Raw | string {
  const at = planned.toISOString();
  if (state !== 'ready' && state !== 'waiting') return at;
  return knex.raw('case when touched_at is null then ? else ? end', [
    at,
    now.toISOString(),
  ]);
}
