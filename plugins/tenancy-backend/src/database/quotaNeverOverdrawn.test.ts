import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { naively } from '../__testUtils__/ledger/naively';
import { Play, type Allocate } from '../__testUtils__/ledger/Play';
import { schedule } from '../__testUtils__/ledger/schedules';
import { DatabaseLedgerStore } from './DatabaseLedgerStore';
import { createStores, NOW, type Stores } from '../__testUtils__/stores';

/**
 * The promise R7: whatever is submitted, approved, resized, deleted, cancelled and expired, in whatever order and however
 * much of it at once, while the quota itself changes: no quota is overdrawn in any dimension, nobody is given their share
 * twice, nobody loses what they were told that they have, and nobody is refused who would have fitted.
 *
 * Random schedules; on PostgreSQL the acts of a wave run on several connections, on SQLite their statements interleave as
 * promises. Whole, with ten thousand schedules for each database:
 *
 *     LEDGER_SCHEDULES=10000 node tools/postgres/with-postgres.mjs yarn workspace @caas/plugin-tenancy-backend test quotaNeverOverdrawn
 *
 * `LEDGER_SEED` draws others. The same harness plays an implementation without a lock too, and must catch it: otherwise it
 * would prove nothing.
 */
const SCHEDULES = Number(process.env.LEDGER_SCHEDULES ?? 100);
const SEED = Number(process.env.LEDGER_SEED ?? 20261122);
const AT_ONCE = 4;
/** Generous: a machine that does something else is no fault of the ledger. */
const LIMIT_MS = 60_000 + SCHEDULES * 300;

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Plays schedules, a few side by side as replicas would, and answers how many went wrong and one of them. */
async function playSchedules(
  stores: Stores,
  allocate: Allocate,
  count: number,
): Promise<{ wrong: number; example?: unknown }> {
  const schedules = fc.sample(schedule, { numRuns: count, seed: SEED });
  let wrong = 0;
  let example: unknown;
  const work = async (worker: number) => {
    for (let index = worker; index < count; index += AT_ONCE) {
      const run = `run-${index}`;
      const play = new Play(run, schedules[index], stores, allocate);
      // What a constraint of the tables had to refuse is a fault too: it comes with an error that nobody understands.
      const faults = await play.faults().catch(error => [String(error)]);
      if (faults.length === 0) continue;
      wrong += 1;
      example ??= { faults, schedule: schedules[index] };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => work(n)));
  return { wrong, example };
}

describe.each(databases.eachSupportedId())('a quota on %s', databaseId => {
  it(
    `is never overdrawn and loses nothing, in ${SCHEDULES} random schedules`,
    async () => {
      const stores = await createStores(databases, databaseId);
      // Two, because one that is asked by several at once answers them in one transaction.
      const replicas = [
        stores.ledger,
        DatabaseLedgerStore.create({ knex: stores.knex }),
      ];
      let next = 0;
      const allocate: Allocate = asked => {
        next += 1;
        return replicas[next % replicas.length].allocate(asked, NOW);
      };
      expect(await playSchedules(stores, allocate, SCHEDULES)).toEqual({
        wrong: 0,
      });
    },
    LIMIT_MS,
  );

  it('is overdrawn by an implementation without a lock, and this test sees it', async () => {
    const stores = await createStores(databases, databaseId);
    const { wrong } = await playSchedules(stores, naively(stores.knex), 60);
    expect(wrong).toBeGreaterThan(10);
  }, 60_000);
});
