import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { lifeDefinition } from '../__testUtils__/definitions';
import { LeasePlay, type LeaseEvent } from '../__testUtils__/leasePlay';
import { createStores, NOW } from '../__testUtils__/stores';

/**
 * R8: a lease is never reclaimed early, never twice, and never somebody else's.
 *
 * Schedules of two replicas with different clocks, renewals (also in the middle of a stop), kills and requests to delete, in
 * any order. `LEASE_SCHEDULES=10000` makes it as large as the promise is; `LEASE_SEED` plays the same ones again.
 */
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const SCHEDULES = Number(process.env.LEASE_SCHEDULES ?? 30);
const SEED = process.env.LEASE_SEED;
const HUGE = 2 ** 50;

const replicas = fc.constantFrom<('fast' | 'slow')[]>(
  ['fast'],
  ['slow'],
  ['fast', 'slow'],
);
const event: fc.Arbitrary<LeaseEvent> = fc.oneof(
  // A reminder, the end, the days of grace: most moments that matter are days apart, and some are minutes.
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.oneof(
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 60, max: 5 * 1440 }),
        fc.constantFrom(1440, 7 * 1440, 10 * 1440),
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('run' as const), replicas }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('renew' as const),
      days: fc.integer({ min: 1, max: 12 }),
      whileRunning: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'kill' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'delete' as const }) },
);

jest.setTimeout(60_000 + SCHEDULES * 1000);

describe.each(databases.eachSupportedId())('leases on %s', databaseId => {
  it('are never reclaimed early, twice, or of somebody else', async () => {
    const stores = await createStores(databases, databaseId);
    const hard = {
      cpuMillicores: HUGE,
      memoryBytes: HUGE,
      storageBytes: HUGE,
      pods: HUGE,
      persistentVolumeClaims: HUGE,
    };
    await stores.tenants.applyDefinitions(
      [
        lifeDefinition({
          quotas: [{ cluster: 'nonprod', environment: 'dev', hard }],
        }),
      ],
      NOW,
    );
    const seen = { stopped: 0, deleted: 0, started: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 6, maxLength: 16 }),
        async events => {
          const play = new LeasePlay(stores);
          await play.begin();
          for (const each of events) await play.take(each);
          expect(await play.finish()).toEqual([]);
          const { calls } = play.clusters.lifecycle;
          const has = (verb: string) =>
            calls.some(call => call.startsWith(verb)) ? 1 : 0;
          seen.stopped += has('stop');
          seen.started += has('start');
          seen.deleted += has('delete');
        },
      ),
      {
        numRuns: SCHEDULES,
        // A schedule plays against a database: making one smaller takes longer than reading it.
        endOnFailure: true,
        ...(SEED ? { seed: Number(SEED) } : {}),
      },
    );
    // A play in which nothing ever ends proves nothing.
    expect(seen.stopped).toBeGreaterThan(SCHEDULES / 20);
    // Renewals after a stop are rare: few schedules may have none.
    expect(seen.started).toBeGreaterThanOrEqual(SCHEDULES >= 500 ? 1 : 0);
    expect(seen.deleted).toBeGreaterThan(SCHEDULES / 20);

    const [quota] = await stores.knex('quotas').where('tenant', 'life');
    const [{ sum }] = await stores
      .knex('allocations')
      .whereNull('ended_at')
      .sum({ sum: 'cpu_millicores' });
    expect(Number(quota.allocated_cpu_millicores)).toBe(Number(sum ?? 0));
  });
});
