import { REQUESTS_COUNTED_BEYOND } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { RequestOverview } from '../../domain/request';
import { findMatching, type RequestQuery } from './findMatching';
import { overviewQueries, overviewsOf, type OverviewRows } from './loadFile';
import { readTogether } from './readTogether';

const NEWEST_FIRST: Array<{ column: string; order: 'asc' | 'desc' }> = [
  { column: 'created_at', order: 'desc' },
  { column: 'id', order: 'desc' },
];

/** Part of the text: how many rows are wanted decides how PostgreSQL looks for them. */
const FIXED = { skipBinding: true };

type ListRows = OverviewRows & { counted: { count: number | string } };

/**
 * A page of requests, newest first, and how many there are: all of them, or a thousand more than the page needs. One
 * statement, in which page and number are taken from what was found once.
 */
export async function listRequests(
  knex: Knex,
  query: RequestQuery,
): Promise<{ items: RequestOverview[]; totalCount: number }> {
  const { limit, offset, now } = query;
  const most = offset + limit + REQUESTS_COUNTED_BEYOND;
  // Of those that wait for nobody a list does not show the stages. What is the same each time is part of the text: with a
  // parameter PostgreSQL would not know how few they are, and plan anew each time.
  const waiting = knex.select('id').from('page').whereRaw("state = 'pending'");
  const rows = await readTogether<ListRows>(
    knex,
    {
      counted: knex('matching').count({ count: '*' }),
      ...overviewQueries(knex, waiting, now),
      requests: knex('page').orderBy(NEWEST_FIRST),
    },
    {
      shared: {
        matching: findMatching(knex, query, most),
        page: knex('requests').whereIn(
          'id',
          knex('matching')
            .select('id')
            .orderBy(NEWEST_FIRST)
            .limit(limit, FIXED)
            .offset(offset),
        ),
      },
      // How far it counts stands in the text.
      isPrepared: offset === 0,
    },
  );
  return {
    items: overviewsOf(rows),
    totalCount: Math.min(Number(rows.counted[0].count), most),
  };
}
