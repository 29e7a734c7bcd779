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

/** What a request is about now; what stood before it was returned counts no more. */
const REVISION = ['requests.id', 'requests.revision'];
const OPEN = { onlyOpen: true };
const IS_OPEN = { 'stages.state': 'open' };

/**
 * A page of ids, newest first, and how many there are.
 *
 * Whoever takes part is looked up by person first, and the requests by what was found: `(id, revision) in (…)` is answered
 * once, where a condition on each request would be answered for every request that there ever was.
 */
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
            .orWhereIn(REVISION, asApprovers(knex, people))
            .orWhereIn(REVISION, asDelegates(knex, people, query.now))
            .orWhereIn(REVISION, asDeciders(knex, people)),
        ),
    });
    if (query.state) rows.where('requests.state', query.state);
    if (query.tenant) rows.where('requests.tenant', query.tenant);
    if (query.view === 'mine') rows.where('requests.requester', query.person);
    if (query.view === 'to-decide') {
      const { person, now } = query;
      rows
        .where('requests.state', 'pending')
        .whereNot('requests.requester', person)
        .where(own =>
          own
            .whereIn(REVISION, asApprovers(knex, [person], OPEN))
            .orWhereIn(REVISION, asDelegates(knex, [person], now)),
        )
        .whereNotIn(REVISION, asDeciders(knex, [person]))
        .whereNotIn(REVISION, asSpokenFor(knex, person));
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

function asApprovers(
  knex: Knex,
  people: string[],
  { onlyOpen }: { onlyOpen?: boolean } = {},
) {
  const rows = knex('stage_approvers')
    .select('stage_approvers.request_id', 'stage_approvers.revision')
    .whereIn('stage_approvers.user_ref', people);
  return onlyOpen ? rows.join('stages', onStage).where(IS_OPEN) : rows;
}

/** Delegates stand in for approvers of the open stage who have not decided, and for nobody else. */
function asDelegates(knex: Knex, people: string[], now: Date) {
  return activeDelegations(knex, now)
    .whereIn('delegations.delegate', people)
    .join(
      'stage_approvers',
      'stage_approvers.user_ref',
      'delegations.delegator',
    )
    .join('stages', onStage)
    .where(IS_OPEN)
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
    .select('stage_approvers.request_id', 'stage_approvers.revision');
}

function asDeciders(knex: Knex, people: string[]) {
  return knex('decisions')
    .select('decisions.request_id', 'decisions.revision')
    .whereIn('decisions.decided_by', people);
}

/** Whose delegate has decided has no voice left. */
function asSpokenFor(knex: Knex, person: string) {
  return knex('decisions')
    .select('decisions.request_id', 'decisions.revision')
    .where('decisions.on_behalf_of', person);
}

function onStage(join: Knex.JoinClause) {
  join
    .on('stages.request_id', 'stage_approvers.request_id')
    .andOn('stages.revision', 'stage_approvers.revision')
    .andOn('stages.position', 'stage_approvers.position');
}
