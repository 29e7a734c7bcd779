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

/** Who stands in for an approver of the open stage of these requests. */
export async function findStandIns(
  db: Knex | Knex.Transaction,
  requestIds: string[],
  now: Date,
): Promise<Array<StandIn & { request_id: string }>> {
  return activeDelegations(db, now)
    .join(
      'stage_approvers',
      'stage_approvers.user_ref',
      'delegations.delegator',
    )
    .join('stages', join =>
      join
        .on('stages.request_id', 'stage_approvers.request_id')
        .andOn('stages.revision', 'stage_approvers.revision')
        .andOn('stages.position', 'stage_approvers.position'),
    )
    .where('stages.state', 'open')
    .whereIn('stage_approvers.request_id', requestIds)
    .orderBy(['delegations.delegator', 'delegations.delegate'])
    .select(
      'stage_approvers.request_id',
      'delegations.delegator',
      'delegations.delegate',
    );
}
