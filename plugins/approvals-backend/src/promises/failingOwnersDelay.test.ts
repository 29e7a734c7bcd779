import { TestDatabases } from '@backstage/backend-test-utils';
import { seededRandom } from '@caas/backend-testing/processes';
import { ServiceUnavailableError } from '@backstage/errors';
import { createDesk, createStores, type Desk } from '../__testUtils__/desk';
import { OwnerServer, type Fault } from './__testUtils__/OwnerServer';
import { ownersAt } from './__testUtils__/ownersAt';

/**
 * An owner that fails delays requests, and never corrupts them: it answers 5xx and 429, hangs, cuts connections, and does what it is
 * asked without the answer ever arriving. `STORM_REQUESTS=1000` for the whole promise; `STORM_SEED` for the same storm again.
 */
const REQUESTS = Number(process.env.STORM_REQUESTS ?? 25);
const SEED = Number(process.env.STORM_SEED ?? Date.now() % 1e6);
/** Passes of the worker for which the storm lasts, and which it has afterwards: each of them a few seconds of the desk. */
const STORM_PASSES = 8;
const CALM_PASSES = 20;
const PASS_SECONDS = 60;
/** Every other call fails. */
const FAILING = 0.5;
const FAULTS: Fault[] = [
  { code: 500 },
  { code: 502 },
  { code: 503 },
  { code: 429 },
  { code: 404 },
  'hangs',
  'lost',
  'lost',
  'cut',
];

jest.setTimeout(150_000 + REQUESTS * 2_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('a storm on %s', databaseId => {
  let owner: OwnerServer;
  beforeEach(async () => {
    owner = await OwnerServer.start();
  });
  afterEach(() => owner.close());

  const start = async (): Promise<Desk> =>
    createDesk(await createStores(databases, databaseId), {
      owners: ownersAt(owner.url),
    });
  const statesOf = async ({ knex }: Desk) => {
    const rows = await knex('requests').select('state');
    return rows.map(({ state }) => state);
  };

  it(`completes ${REQUESTS} requests once each, and forgets those that end otherwise (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const desk = await start();
    const requests: string[] = [];
    for (let index = 0; index < REQUESTS; index += 1) {
      const { request } = await desk.submitAndApprove();
      requests.push(request.id);
    }
    const { request: rejected } = await desk.submit();
    let failed = 0;
    owner.decide = () => {
      if (random() >= FAILING) return undefined;
      failed += 1;
      return FAULTS[Math.floor(random() * FAULTS.length)];
    };
    await desk.worker.run();
    await desk.decide(rejected.id, 'user:default/wang-fang', 'reject');
    for (let pass = 0; pass < STORM_PASSES; pass += 1) {
      await desk.after(PASS_SECONDS);
    }
    expect(failed).toBeGreaterThan(REQUESTS / 4);

    owner.decide = () => undefined;
    for (let pass = 0; pass < CALM_PASSES; pass += 1) {
      if ((await desk.knex('tasks')).length === 0) break;
      await desk.after(PASS_SECONDS);
    }
    const states = await statesOf(desk);
    expect(states.sort()).toEqual([
      ...requests.map(() => 'completed'),
      'rejected',
    ]);
    expect([...owner.carriedOut.keys()].sort()).toEqual([...requests].sort());
    expect(new Set(owner.carriedOut.values())).toEqual(new Set([1]));
    expect(owner.provider.reserved.size).toBe(0);
    expect(await desk.knex('tasks')).toEqual([]);
    // Each was begun once and completed once, however often its owner was asked.
    for (const event of ['started', 'completed']) {
      const rows = await desk.knex('timeline_entries').where({ event });
      expect(rows).toHaveLength(requests.length);
    }
  });

  it('asks an owner that is down ever more seldom', async () => {
    const desk = await start();
    await desk.submitAndApprove();
    owner.decide = () => ({ code: 503 });
    const before = owner.calls;
    for (let second = 0; second < 120; second += 1) await desk.after(1);
    // The reservation backs off to a minute, the execution is asked for every five seconds at least.
    expect(owner.calls - before).toBeLessThan(60);
  });

  it('makes no request that its owner could not check, and says that it may work in a moment', async () => {
    const desk = await start();
    for (const fault of FAULTS.filter(each => each !== 'lost')) {
      owner.decide = operation =>
        operation === 'evidence' ? fault : undefined;
      await expect(desk.submit()).rejects.toThrow(
        typeof fault === 'object' && fault.code === 404
          ? Error
          : ServiceUnavailableError,
      );
    }
    expect(await statesOf(desk)).toEqual([]);
  });
});
