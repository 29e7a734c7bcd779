import type { Knex } from 'knex';
import type { StandIn } from '../../domain/request';
import type { DbDelegationRow } from '../tables';

/** Delegations that hold at this moment: a delegation that starts or ends needs nobody to write that down. */
export function activeDelegations(db: Knex | Knex.Transaction, now: Date) {
  const at = now.toISOString();
  return db<DbDelegationRow>('delegations')
    .whereNull('delegations.revoked_at')
    .where('delegations.starts_at', '<=', at)
    .where('delegations.ends_at', '>', at);
}

export type StandInRow = StandIn & { request_id: string };

/** Who stands in for an approver of the open stage who has not decided, of these requests: rows of `StandInRow`. */
export function findStandIns(
  db: Knex | Knex.Transaction,
  requestIds: string[] | Knex.QueryBuilder,
  now: Date,
): Knex.QueryBuilder {
  return activeDelegations(db, now)
    .join(
      'stage_approvers',
      'stage_approvers.user_ref',
      'delegations.delegator',
    )
    .whereRaw('stage_approvers.is_open')
    .whereIn('stage_approvers.request_id', requestIds)
    .orderBy(['delegations.delegator', 'delegations.delegate'])
    .select(
      'stage_approvers.request_id',
      'delegations.delegator',
      'delegations.delegate',
    );
}
