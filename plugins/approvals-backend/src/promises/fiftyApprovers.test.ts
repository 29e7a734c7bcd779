import { TestDatabases } from '@backstage/backend-test-utils';
import type { Verdict } from '@caas/plugin-approvals-common';
import { createDesk, createPeople, createStores } from '../__testUtils__/desk';
import { oneStage, rulesFile } from '../__testUtils__/rules';

/**
 * Fifty people decide the same stage at once. Whoever is first, there is one transition, one task to execute, and nobody is
 * told that they decided when they did not. `REQUESTS=1000` for the whole promise.
 */
const REQUESTS = Number(process.env.REQUESTS ?? 1);
const PEOPLE = Array.from({ length: 50 }, (_, n) => `user:default/p${n}`);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'fifty approvers at once on %s',
  databaseId => {
    const start = async (mode: string) => {
      const people = createPeople();
      people.holders.set('tenant-admin@life', PEOPLE);
      const desk = createDesk(await createStores(databases, databaseId), {
        people,
        rules: rulesFile(oneStage(mode)),
      });
      const { request } = await desk.submit();
      const all = (
        verdictOf: (index: number) => Verdict,
        id: string = request.id,
      ) =>
        Promise.allSettled(
          PEOPLE.map((person, index) =>
            desk.decide(id, person, verdictOf(index)),
          ),
        );
      const events = async (id: string = request.id) =>
        (await desk.get(id)).timeline.map(({ event }) => event);
      return { desk, id: request.id, all, events };
    };
    const succeeded = (results: PromiseSettledResult<unknown>[]) =>
      results.filter(({ status }) => status === 'fulfilled').length;
    const errorNames = (results: PromiseSettledResult<unknown>[]) => [
      ...new Set(
        results.flatMap(result =>
          result.status === 'rejected' ? [result.reason.name] : [],
        ),
      ),
    ];

    it(
      `give one transition and one task where one is enough, ${REQUESTS} times`,
      async () => {
        const { desk, id: first, all, events } = await start('any');
        const ids = [first];
        while (ids.length < REQUESTS) {
          ids.push((await desk.submit()).request.id);
        }
        for (const id of ids) {
          const results = await all(() => 'approve', id);
          expect(succeeded(results)).toBe(1);
          expect(errorNames(results)).toEqual(['ConflictError']);
          expect((await desk.get(id)).request).toMatchObject({
            state: 'approved',
            version: 2,
          });
          const ofRequest = { request_id: id };
          expect(await desk.knex('decisions').where(ofRequest)).toHaveLength(1);
          expect(
            await desk.knex('tasks').where({ ...ofRequest, type: 'execute' }),
          ).toHaveLength(1);
          expect(await events(id)).toEqual(['submitted', 'approved', 'passed']);
        }
      },
      60_000 + REQUESTS * 3_000,
    );

    it('pass a quorum of twenty with twenty decisions', async () => {
      const { desk, all, events } = await start('{ quorum: 20 }');
      const results = await all(() => 'approve');
      expect(succeeded(results)).toBe(20);
      expect(await desk.knex('decisions')).toHaveLength(20);
      expect(await desk.knex('tasks').where({ type: 'execute' })).toHaveLength(
        1,
      );
      expect((await events()).filter(event => event === 'passed')).toHaveLength(
        1,
      );
    }, 60_000);

    it('pass with the last of all of them, and not before', async () => {
      const { desk, id, all } = await start('all');
      expect(succeeded(await all(() => 'approve'))).toBe(50);
      expect((await desk.get(id)).request.state).toBe('approved');
      expect(await desk.knex('decisions')).toHaveLength(50);
      expect(await desk.knex('tasks').where({ type: 'execute' })).toHaveLength(
        1,
      );
    }, 60_000);

    it('end in one way when they do not agree', async () => {
      const { desk, id, all, events } = await start('any');
      const verdicts: Verdict[] = ['approve', 'reject', 'return'];
      const results = await all(index => verdicts[index % 3]);
      expect(succeeded(results)).toBe(1);
      const { request } = await desk.get(id);
      const [decision] = await desk.knex('decisions');
      expect({ verdict: decision.verdict, state: request.state }).toEqual(
        {
          approve: { verdict: 'approve', state: 'approved' },
          reject: { verdict: 'reject', state: 'rejected' },
          return: { verdict: 'return', state: 'returned' },
        }[decision.verdict as Verdict],
      );
      expect(await desk.knex('tasks').where({ type: 'execute' })).toHaveLength(
        decision.verdict === 'approve' ? 1 : 0,
      );
      expect(
        (await events()).filter(event =>
          ['passed', 'rejected', 'returned'].includes(event),
        ),
      ).toHaveLength(1);
    }, 60_000);
  },
);
