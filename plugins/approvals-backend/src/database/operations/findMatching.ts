import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type { RequestState } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import { findWaiting, openSeatsOfOthers } from './findWaiting';

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

/** One of the reasons for which a filter lets rows of `requests` through; a condition that is never null. */
type Reason = (rows: Knex.QueryBuilder) => void;

/** What a request is about now; what stood before it was returned counts no more. */
const REVISION = ['requests.id', 'requests.revision'];

/**
 * The requests that a list is about, as `id` and `created_at`: for each reason for which the filter lets some through, the
 * newest ones, at most `most`. No two reasons find the same request.
 *
 * A condition `a or b` would be asked of every request that there ever was; each reason for itself is read from its index,
 * newest first, and no further than to `most`. So that none is counted twice, a later reason leaves out what an earlier one
 * finds; those that look something up come last, and are not asked by the others.
 */
export function findMatching(
  knex: Knex,
  query: RequestQuery,
  most: number,
): Knex.QueryBuilder {
  const { view, person, state, tenant, now } = query;
  const isAll = letsAllThrough(query);
  if (isAll && view === 'to-decide' && !state && !tenant) {
    return findWaiting(knex, person, now);
  }
  const reasons = isAll ? [every] : reasonsOf(knex, query);
  const [first, ...others] = reasons.map((reason, index) => {
    const rows = narrow(knex, knex('requests').where(reason), query);
    for (const earlier of reasons.slice(0, index)) rows.whereNot(earlier);
    return knex.select('id', 'created_at').from(
      rows
        .select('requests.id', 'requests.created_at')
        .orderBy([
          { column: 'requests.created_at', order: 'desc' },
          { column: 'requests.id', order: 'desc' },
        ])
        .limit(most, { skipBinding: true })
        .as(`reason_${index}`),
    );
  });
  return first.unionAll(others);
}

function narrow(
  knex: Knex,
  rows: Knex.QueryBuilder,
  { state, tenant, view, person, now }: RequestQuery,
) {
  if (state) rows.where('requests.state', state);
  if (tenant) rows.where('requests.tenant', tenant);
  if (view === 'mine') rows.where('requests.requester', person);
  if (view === 'to-decide') {
    rows.whereIn(
      'requests.id',
      knex.select('id').from(findWaiting(knex, person, now).as('waiting')),
    );
  }
  return rows;
}

function every(rows: Knex.QueryBuilder) {
  rows.whereRaw('1 = 1');
}

/** What a person made, and what waits for them, they take part in. */
function letsAllThrough({ filter, view, person }: RequestQuery): boolean {
  if (filter === 'all') return true;
  return (
    view !== 'all' &&
    partsOf(filter).some(
      part =>
        typeof part === 'object' &&
        'people' in part &&
        part.people.includes(person),
    )
  );
}

/** Each of them lets some rows through, and together they let through what the filter does. */
function partsOf(filter: RowFilter): RowFilter[] {
  return typeof filter === 'object' && 'anyOf' in filter
    ? filter.anyOf
    : [filter];
}

function reasonsOf(knex: Knex, { filter, now }: RequestQuery): Reason[] {
  const stored: Reason[] = [];
  const lookedUp: Reason[] = [];
  for (const part of partsOf(filter)) {
    if (typeof part === 'object' && 'people' in part) {
      const { people } = part;
      stored.push(rows => rows.whereIn('requests.requester', people));
      lookedUp.push(rows =>
        rows.whereIn(REVISION, othersWhoTakePart(knex, people, now)),
      );
    } else {
      const isStored = typeof part === 'object' && 'tenants' in part;
      (isStored ? stored : lookedUp).push(rows => {
        applyRowFilter(rows, part, {
          tenant: 'requests.tenant',
          people: (inner, people) =>
            inner.where(either =>
              either
                .whereIn('requests.requester', people)
                .orWhereIn(REVISION, othersWhoTakePart(knex, people, now)),
            ),
        });
      });
    }
  }
  return [...stored, ...lookedUp];
}

/** The revisions in which these people take part, beside their own: as approvers, as delegates, and by their decision. */
function othersWhoTakePart(knex: Knex, people: string[], now: Date) {
  const decidedAs = (voice: 'decided_by' | 'on_behalf_of') =>
    knex('decisions').select('request_id', 'revision').whereIn(voice, people);
  return knex('stage_approvers')
    .select('request_id', 'revision')
    .whereIn('user_ref', people)
    .union([
      openSeatsOfOthers(knex, people, now).select(
        'stage_approvers.request_id',
        'stage_approvers.revision',
      ),
      decidedAs('decided_by'),
      decidedAs('on_behalf_of'),
    ]);
}
