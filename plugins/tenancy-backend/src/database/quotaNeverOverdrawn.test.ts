import { TestDatabases } from '@backstage/backend-test-utils';
import type { Resources } from '@caas/plugin-tenancy-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import type { NewNamespace } from '../domain/namespace';
import { add, fits, leftOf, NOTHING, subtract } from '../domain/quota';
import { lifeDefinition } from '../__testUtils__/definitions';
import {
  createStores,
  newNamespace,
  NOW,
  type Stores,
} from '../__testUtils__/stores';
import {
  allocatedOf,
  amountsOf,
  hardOf,
  resourcesOf,
  type DbAllocationRow,
  type DbQuotaRow,
} from './tables';

/**
 * The promise: whatever is asked in whatever order, and however much of it at once, no quota is overdrawn, no request
 * is given its share twice, and nobody is refused who would have fitted. 2,000 random schedules for each database. On
 * PostgreSQL the operations of a wave run on several connections; on SQLite their statements interleave as promises.
 *
 * The same harness runs a naive implementation too (read, check, write, without a lock) and must catch it: otherwise it
 * would prove nothing.
 */
const SCHEDULES = 2000;
const AT_ONCE = 4;
const REQUESTS = 6;
const HARD = { cpuMillicores: 10_000, memoryBytes: 10_000 };

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

type Step = { request: number; act: 'reserve' | 'allocate' | 'release' };
type Schedule = { asks: Resources[]; waves: Step[][] };
type Allocate = (asked: NewNamespace) => Promise<unknown>;

const schedule: fc.Arbitrary<Schedule> = fc.record({
  asks: fc.array(
    fc.record({
      cpuMillicores: fc.integer({ min: 1, max: 9_000 }),
      memoryBytes: fc.integer({ min: 1, max: 9_000 }),
    }),
    { minLength: REQUESTS, maxLength: REQUESTS },
  ),
  waves: fc.array(
    fc.array(
      fc.record({
        request: fc.nat({ max: REQUESTS - 1 }),
        // Allocations are what can go wrong: they are drawn more often.
        act: fc.constantFrom<Step['act']>(
          'allocate',
          'allocate',
          'allocate',
          'reserve',
          'release',
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 4 },
  ),
});

/** Runs one schedule on a quota of its own, and answers what is wrong afterwards. */
async function faultsOf(
  { asks, waves }: Schedule,
  run: string,
  stores: Stores,
  allocate: Allocate,
): Promise<string[]> {
  const { ledger, knex } = stores;
  // A quota of its own for each run: an environment of a cluster that nobody else uses.
  const key = { tenant: 'life', cluster: run, environment: 'dev' } as const;
  await insertQuota(knex, run);
  const askedBy = (request: number) =>
    newNamespace(`${run}-${request}`, {
      ...key,
      name: `life-${request}-dev`,
      resources: asks[request],
    });
  const act = async ({ request, act: what }: Step) => {
    const asked = askedBy(request);
    if (what === 'reserve') return ledger.reserve(asked, NOW);
    if (what === 'release') return ledger.settle(asked, NOW);
    return allocate(asked).catch(error => {
      if (error.name !== 'ConflictError') throw error;
    });
  };
  for (const wave of waves) await Promise.all(wave.map(act));

  const books = await readBooks(knex, run);
  const faults = faultsIn(books);
  if (faults.length > 0) return faults;
  // Nobody was refused who fits: asked again one by one, exactly those get it for whom there is room.
  let left = leftOf(books);
  for (let request = 0; request < REQUESTS; request += 1) {
    const isHeld = books.holders.has(`${run}-${request}`);
    const isGiven = await allocate(askedBy(request)).then(
      () => true,
      () => false,
    );
    if (isGiven !== (isHeld || fits(asks[request], left))) {
      faults.push(`request ${request} was ${isGiven ? 'given' : 'refused'}`);
    }
    if (isGiven && !isHeld) left = subtract(left, asks[request]);
  }
  return [...faults, ...faultsIn(await readBooks(knex, run))];
}

type Books = {
  hard: Resources;
  allocated: Resources;
  /** What the lines of the ledger come to, and whose they are. */
  sum: Resources;
  holders: Set<string>;
  namespaceCount: number;
};

async function readBooks(knex: Knex, cluster: string): Promise<Books> {
  const quota = (await knex<DbQuotaRow>('quotas').where({ cluster }).first())!;
  const lines = await knex<DbAllocationRow>('allocations').where({ cluster });
  const namespaces = await knex('namespaces').where({ cluster });
  return {
    hard: hardOf(quota),
    allocated: allocatedOf(quota),
    sum: lines.map(resourcesOf).reduce(add, NOTHING),
    holders: new Set(lines.map(line => line.request_id)),
    namespaceCount: namespaces.length,
  };
}

/** Compares the quota with its ledger, and the ledger with the namespaces. */
function faultsIn({ hard, allocated, sum, holders, namespaceCount }: Books) {
  const faults: string[] = [];
  if (!fits(sum, hard)) faults.push('overdrawn');
  if (JSON.stringify(sum) !== JSON.stringify(allocated)) {
    faults.push('the sum of the ledger is not what the quota says');
  }
  if (namespaceCount !== holders.size) {
    faults.push(`${namespaceCount} namespaces, ${holders.size} allocations`);
  }
  return faults;
}

async function insertQuota(knex: Knex, cluster: string): Promise<void> {
  await knex('quotas').insert({
    tenant: 'life',
    cluster,
    environment: 'dev',
    hard_cpu_millicores: HARD.cpuMillicores,
    hard_memory_bytes: HARD.memoryBytes,
    allocated_cpu_millicores: 0,
    allocated_memory_bytes: 0,
    updated_at: NOW.toISOString(),
  });
}

/** What one would write first: every statement is right, and together they are not. */
function naively(knex: Knex): Allocate {
  return async asked => {
    const { tenant, cluster, environment, resources, requestId } = asked;
    const key = { tenant, cluster, environment };
    const before = await knex('allocations').where('request_id', requestId);
    if (before.length > 0) return;
    const quota = (await knex<DbQuotaRow>('quotas').where(key).first())!;
    const allocated = allocatedOf(quota);
    if (!fits(resources, leftOf({ hard: hardOf(quota), allocated }))) {
      throw Object.assign(new Error('too much'), { name: 'ConflictError' });
    }
    const after = add(allocated, resources);
    await knex('quotas').where(key).update({
      allocated_cpu_millicores: after.cpuMillicores,
      allocated_memory_bytes: after.memoryBytes,
    });
    await insertWithoutAsking(knex, asked);
  };
}

async function insertWithoutAsking(knex: Knex, asked: NewNamespace) {
  const { resources, requestId, ...rest } = asked;
  const time = NOW.toISOString();
  await knex('namespaces')
    .insert({
      ...rest,
      ...amountsOf(resources),
      id: requestId,
      request_id: requestId,
      state: 'provisioning',
      step: 'apply',
      generation: 1,
      failure_told: false,
      next_run_at: time,
      attempts: 0,
      created_at: time,
      updated_at: time,
    })
    .onConflict()
    .ignore();
  await knex('allocations')
    .insert({
      request_id: requestId,
      namespace_id: requestId,
      tenant: rest.tenant,
      cluster: rest.cluster,
      environment: rest.environment,
      ...amountsOf(resources),
      created_at: time,
    })
    .onConflict()
    .ignore();
}

/** Runs schedules, a few side by side as replicas would, and answers how many went wrong and one of them. */
async function runSchedules(
  stores: Stores,
  allocate: Allocate,
  count: number,
): Promise<{ wrong: number; example?: unknown }> {
  const schedules = fc.sample(schedule, { numRuns: count, seed: 20261121 });
  let wrong = 0;
  let example: unknown;
  const work = async (worker: number) => {
    for (let index = worker; index < count; index += AT_ONCE) {
      const faults = await faultsOf(
        schedules[index],
        `run-${index}`,
        stores,
        allocate,
      );
      if (faults.length === 0) continue;
      wrong += 1;
      example ??= { faults, schedule: schedules[index] };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => work(n)));
  return { wrong, example };
}

describe.each(databases.eachSupportedId())('a quota on %s', databaseId => {
  const start = async () => {
    const stores = await createStores(databases, databaseId);
    await stores.tenants.applyDefinitions([lifeDefinition()], NOW);
    return stores;
  };

  it('is never overdrawn, in 2,000 random schedules', async () => {
    const stores = await start();
    const allocate: Allocate = asked => stores.ledger.allocate(asked, NOW);
    expect(await runSchedules(stores, allocate, SCHEDULES)).toEqual({
      wrong: 0,
    });
  }, 180_000);

  it('is overdrawn by an implementation without a lock, and this test sees it', async () => {
    const stores = await start();
    const { wrong } = await runSchedules(stores, naively(stores.knex), 100);
    // 60 to 70 when this was written.
    expect(wrong).toBeGreaterThan(20);
  }, 60_000);
});
