import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type { RequestState } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { DbRequestRow } from '../tables';
import { activeDelegations } from './findStandIns';

export type RequestQuery = {
  filter: RowFilter;
  view: 'to-decide' | 'mine' | 'all';
  /** Entity ref of the person who asks; the first two views are theirs. */
  person: string;
  state?: RequestState;
  tenant?: string;
  /** Delegations count that hold now. */
  now: Date;
  limit: number;
  offset: number;
};

/** A page of ids, newest first, and how many there are. */
export async function listRequests(
  knex: Knex,
  query: RequestQuery,
): Promise<{ ids: string[]; totalCount: number }> {
  const matching = () => {
    const rows = applyRowFilter(knex<DbRequestRow>('requests'), query.filter, {
      tenant: 'requests.tenant',
      people: (part, people) =>
        part.where(either =>
          either
            .whereIn('requests.requester', people)
            .orWhereExists(isApprover(knex, people))
            .orWhereExists(isOpenForDelegator(knex, people, query.now))
            .orWhereExists(hasDecided(knex, people)),
        ),
    });
    if (query.state) rows.where('requests.state', query.state);
    if (query.tenant) rows.where('requests.tenant', query.tenant);
    if (query.view === 'mine') rows.where('requests.requester', query.person);
    if (query.view === 'to-decide') {
      rows
        .where('requests.state', 'pending')
        .whereNot('requests.requester', query.person)
        .where(own =>
          own
            .whereExists(isOpenFor(knex, query.person))
            .orWhereExists(isOpenForDelegator(knex, [query.person], query.now)),
        )
        .whereNotExists(hasDecided(knex, [query.person]));
    }
    return rows;
  };
  const [{ count }] = await matching().count<Array<{ count: number | string }>>(
    { count: '*' },
  );
  const rows: { id: string }[] = await matching()
    .select('requests.id')
    .orderBy([
      { column: 'requests.created_at', order: 'desc' },
      { column: 'requests.id', order: 'desc' },
    ])
    .limit(query.limit)
    .offset(query.offset);
  return { ids: rows.map(({ id }) => id), totalCount: Number(count) };
}

function approversOf(knex: Knex) {
  return knex('stage_approvers')
    .select(knex.raw('1'))
    .whereRaw('stage_approvers.request_id = requests.id')
    .whereRaw('stage_approvers.revision = requests.revision');
}

function isApprover(knex: Knex, people: string[]) {
  return approversOf(knex).whereIn('stage_approvers.user_ref', people);
}

function isOpenFor(knex: Knex, person: string) {
  return openApproversOf(knex).where('stage_approvers.user_ref', person);
}

/** Delegates stand in for those of the open stage, not for the requester and for nobody who has decided. */
function isOpenForDelegator(knex: Knex, people: string[], now: Date) {
  return openApproversOf(knex).whereIn(
    'stage_approvers.user_ref',
    activeDelegations(knex, now)
      .whereIn('delegations.delegate', people)
      .select('delegations.delegator'),
  );
}

function openApproversOf(knex: Knex) {
  return (
    approversOf(knex)
      .join('stages', join =>
        join
          .on('stages.request_id', 'stage_approvers.request_id')
          .andOn('stages.revision', 'stage_approvers.revision')
          .andOn('stages.position', 'stage_approvers.position'),
      )
      .where('stages.state', 'open')
      // Whoever has decided a stage of it has no voice left; nor has somebody for whom a delegate did.
      .whereNotExists(
        knex('decisions')
          .select(knex.raw('1'))
          .whereRaw('decisions.request_id = stage_approvers.request_id')
          .whereRaw('decisions.revision = stage_approvers.revision')
          .where(voice =>
            voice
              .whereRaw('decisions.decided_by = stage_approvers.user_ref')
              .orWhereRaw('decisions.on_behalf_of = stage_approvers.user_ref'),
          ),
      )
  );
}

function hasDecided(knex: Knex, people: string[]) {
  return knex('decisions')
    .select(knex.raw('1'))
    .whereRaw('decisions.request_id = requests.id')
    .whereRaw('decisions.revision = requests.revision')
    .whereIn('decisions.decided_by', people);
}
