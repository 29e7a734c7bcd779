import { TestDatabases } from '@backstage/backend-test-utils';
import { configOf } from '@caas/backend-testing/databases';
import { isPostgres } from '@caas/database-node';
import type { Verdict } from '@caas/plugin-approvals-common';
import fc from 'fast-check';
import createKnex, { type Knex } from 'knex';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  storesOver,
  SUN_LI,
  WANG_FANG,
  type Desk,
} from '../__testUtils__/desk';
import { replay } from '../__testUtils__/replay';

/**
 * One decision, one transition: people approve, reject, return, withdraw and revise the same request at once, over two replicas,
 * while the desk lets it expire and carries it out. `SCHEDULES=10000` for the whole promise; fast-check prints the seed and the path
 * of a schedule that breaks it.
 */
const SCHEDULES = Number(process.env.SCHEDULES ?? 0);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const person = fc.constantFrom(LI_WEI, WANG_FANG, SUN_LI, CHEN_JING);
const verdict = fc.constantFrom<Verdict>('approve', 'reject', 'return');
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      person,
      verdict,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw' as const, 'revise' as const),
      person: fc.constantFrom(LI_WEI, WANG_FANG),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('work' as const), person }),
  },
);
/** What happens at once, and how many days pass before it. */
const wave = fc.record({
  days: fc.constantFrom(0, 0, 0, 31),
  acts: fc.array(act, { minLength: 2, maxLength: 5 }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What may be answered to somebody who was too late, or may not. */
const EXPECTED = ['ConflictError', 'NotAllowedError'];

function perform(desk: Desk, id: string, next: Act): Promise<unknown> {
  switch (next.do) {
    case 'decide':
      return desk.decide(id, next.person, next.verdict);
    case 'withdraw':
      return desk.service.withdraw({ id, comment: '' }, caller(next.person));
    case 'revise':
      return desk.service.revise(
        { id, payload: { name: 'b' }, purpose: 'Smaller' },
        caller(next.person),
      );
    default:
      return desk.worker.run();
  }
}

/** Another connection to the same PostgreSQL; SQLite has one replica, whose statements take turns. */
function connectAgain(knex: Knex): Knex {
  return isPostgres(knex) ? createKnex(configOf(knex)) : knex;
}

describe.each(databases.eachSupportedId())('two replicas on %s', databaseId => {
  it(
    'make one transition of what is done at once, and lose none',
    async () => {
      const stores = await createStores(databases, databaseId);
      const knex = connectAgain(stores.knex);
      const first = createDesk(stores);
      const { providers, people, announcer } = first;
      const second = createDesk(storesOver(knex, stores.clock), {
        providers,
        people,
        announcer,
      });
      const desks = [first, second];
      const ends = new Set<string>();
      const onSchedule = async (
        waves: Array<{ days: number; acts: Act[] }>,
      ) => {
        const { request } = await first.submit();
        const { id } = request;
        for (const { days, acts } of waves) {
          first.advance(days * 24 * 60 * 60);
          const answers = await Promise.allSettled(
            acts.map((next, index) => perform(desks[index % 2], id, next)),
          );
          for (const answer of answers) {
            if (answer.status === 'fulfilled') continue;
            expect(EXPECTED).toContain(answer.reason.name);
          }
          const file = await first.get(id);
          const { state, version } = file.request;
          ends.add(state);
          // The events lead to the state, step by step: no transition was made twice, and none was lost.
          expect(replay(file)).toBe(state);
          expect(file.timeline.map((_, index) => index + 1)).toEqual(
            await positionsOf(stores.knex, id),
          );
          expect(version).toBeGreaterThanOrEqual(1);
          const revisions = await stores
            .knex('decisions')
            .where({ request_id: id })
            .select('revision', 'position', 'decided_by', 'verdict');
          // Stages of the desk of this test are passed by one: whoever decided one was the only one.
          const decided = revisions.map(
            ({ revision, position }) => `${revision}/${position}`,
          );
          expect(new Set(decided).size).toBe(decided.length);
          const jobs = await stores
            .knex('tasks')
            .where({ request_id: id, type: 'execute' });
          expect(jobs.length).toBe(
            ['approved', 'executing'].includes(state) ? 1 : 0,
          );
          expect(providers.made.has(id)).toBe(
            ['completed'].includes(state) || jobs.some(job => job.attempts > 0),
          );
        }
        await first.after(60);
      };
      const passes: Act[] = [
        { do: 'decide', person: WANG_FANG, verdict: 'approve' },
        { do: 'decide', person: SUN_LI, verdict: 'approve' },
      ];
      const ends2: Act[] = [
        { do: 'decide', person: CHEN_JING, verdict: 'approve' },
        { do: 'withdraw', person: LI_WEI },
      ];
      try {
        await fc.assert(
          fc.asyncProperty(
            fc.array(wave, { minLength: 2, maxLength: 6 }),
            onSchedule,
          ),
          {
            numRuns: SCHEDULES || (isPostgres(stores.knex) ? 25 : 60),
            examples: [
              [
                [
                  { days: 0, acts: passes },
                  { days: 0, acts: ends2 },
                ],
              ],
              [
                [
                  {
                    days: 31,
                    acts: [passes[0], { do: 'work', person: LI_WEI }],
                  },
                ],
              ],
            ],
          },
        );
        // Chance has brought them to more than one end.
        expect(ends.size).toBeGreaterThan(3);
      } finally {
        if (knex !== stores.knex) await knex.destroy();
      }
    },
    120_000 + SCHEDULES * 1_000,
  );
});

async function positionsOf(knex: Knex, id: string): Promise<number[]> {
  const rows = await knex('timeline_entries')
    .where({ request_id: id })
    .orderBy('position');
  return rows.map(({ position }) => Number(position));
}
