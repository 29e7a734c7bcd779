import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSharedDatabase } from '@caas/backend-testing/databases';
import {
  seededRandom,
  until,
  type TypeScriptProcess,
} from '@caas/backend-testing/processes';
import { connectDatabase } from '@caas/database-node';
import {
  announceDemo,
  createDesk,
  createClock,
  storesOver,
} from '../__testUtils__/desk';
import { OwnerServer } from './__testUtils__/OwnerServer';
import { ownersAt } from './__testUtils__/ownersAt';
import { startWorker } from './__testUtils__/startWorker';

/**
 * The process that carries requests out is killed at random points, again and again, while people go on to submit and approve.
 * The whole backend is killed in `packages/backend/src/kill.test.ts`. `KILLS=100` for the whole promise; `KILL_SEED` for the same
 * kills again.
 */
const KILLS = Number(process.env.KILLS ?? 3);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1e6);
/** Submitted and approved in each round. */
const REQUESTS = 4;
/** The kill falls on one of so many calls of the owner; one round makes as many at least. */
const CALLS = 4;
/** Nothing hangs for those who submit, however busy the machine is. */
const PATIENT_MS = 30_000;
/** More than a lease, by which the clock of each worker is ahead of the one before. */
const LEASE_SECONDS = 20;

jest.setTimeout(180_000 + KILLS * 60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('kill -9, on %s', databaseId => {
  it(`completes every request once, after ${KILLS} kills (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const owner = await OwnerServer.start();
    const shared = await createSharedDatabase(databases, databaseId);
    const knex = await connectDatabase(
      mockServices.database({ knex: shared.knex }),
      '@caas/plugin-approvals-backend',
    );
    const stores = storesOver(knex, createClock());
    await announceDemo(stores.kinds);
    const desk = createDesk(stores, {
      owners: ownersAt(owner.url, PATIENT_MS),
    });
    desk.clock.set(new Date());
    const requests: string[] = [];
    let worker: TypeScriptProcess | undefined;
    const start = async (round: number) => {
      worker = await startWorker({
        database: shared.config,
        ownerUrl: owner.url,
        aheadSeconds: round * LEASE_SECONDS,
      });
      return worker;
    };
    const isAllDone = async () => (await knex('tasks')).length === 0;
    try {
      let hits = 0;
      for (let round = 0; round < KILLS; round += 1) {
        const victim = await start(round);
        killAtCall(owner, victim, Math.ceil(random() * CALLS), random() < 0.5);
        for (let index = 0; index < REQUESTS; index += 1) {
          requests.push((await desk.submitAndApprove()).request.id);
        }
        await until(
          'the worker is killed, or has nothing left to do',
          60_000,
          async () => victim.hasEnded || (await isAllDone()),
        );
        if (victim.hasEnded) hits += 1;
        await victim.kill();
      }
      owner.decide = () => undefined;
      await start(KILLS);
      await until('every request is completed', 60_000, isAllDone);
      const states = await knex('requests').select('state');
      expect(states.map(({ state }) => state)).toEqual(
        requests.map(() => 'completed'),
      );
      expect([...owner.carriedOut.keys()].sort()).toEqual(requests.sort());
      expect(new Set(owner.carriedOut.values())).toEqual(new Set([1]));
      expect(owner.provider.reserved.size).toBe(0);
      for (const event of ['passed', 'started', 'completed']) {
        const rows = await knex('timeline_entries').where({ event });
        expect({ event, count: rows.length }).toEqual({
          event,
          count: requests.length,
        });
      }
      // Kills that hit nobody at work would prove nothing.
      expect(hits).toBeGreaterThan(0);
      process.stdout.write(
        `${KILLS} kills on ${databaseId}, seed ${SEED}: ${requests.length} requests, ${hits} kills in the middle of a call, each completed once\n`,
      );
    } finally {
      await worker?.kill();
      await owner.close();
      await shared.close();
    }
  });
});

/** Kills before the owner has done what it is asked, or before its answer arrives. */
function killAtCall(
  owner: OwnerServer,
  worker: TypeScriptProcess,
  at: number,
  isBefore: boolean,
): void {
  let count = 0;
  owner.decide = operation => {
    // What the desk itself asks, for somebody who submits.
    if (operation === 'validate' || operation === 'evidence') return undefined;
    count += 1;
    if (count < at) return undefined;
    worker.signal('SIGKILL');
    return isBefore ? 'hangs' : 'lost';
  };
}
