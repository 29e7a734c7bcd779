import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSharedDatabase } from '@caas/backend-testing/databases';
import {
  eventually,
  seededRandom,
  until,
  type TypeScriptProcess,
} from '@caas/backend-testing/processes';
import { connectDatabase } from '@caas/database-node';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import { FaultProxy, startSandbox, type Sandbox } from '@caas/sandbox';
import {
  configMap,
  namespace,
  quota,
  TENANCY,
} from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import { DatabaseApplySetStore } from '../database/DatabaseApplySetStore';
import { richSet } from './__testUtils__/richSet';
import { secondsOf } from './__testUtils__/secondsOf';
import { expectDesired } from './__testUtils__/standing';
import { startReplica } from './__testUtils__/startReplica';

/**
 * The process that reconciles is killed at random points, again and again, while owners put, change and delete sets.
 * `KILLS=100` for the whole promise; `KILL_SEED` for the same one again.
 */
const KILLS = Number(process.env.KILLS ?? 3);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1e6);
const SETS = 6;
/** The kill falls on one of so many requests that a worker sends; it sends about as many in a round. */
const REQUESTS = 40;
/** The lease of the killed worker, a tick, and the work. */
const CONVERGED_SECONDS = 40;

jest.setTimeout(180_000 + KILLS * 60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('kill -9, on %s', databaseId => {
  let sandbox: Sandbox;
  let door: FaultProxy;
  beforeAll(async () => {
    sandbox = await startSandbox({});
    door = await FaultProxy.start(sandbox.clusters.nonprod);
  });
  afterAll(async () => {
    await door.close();
    await sandbox.close();
  });

  it(`leaves what is wanted, nothing twice and nothing behind, after ${KILLS} kills (seed ${SEED})`, async () => {
    const { nonprod } = sandbox.clusters;
    const { name, url, ca, token } = door;
    const shared = await createSharedDatabase(databases, databaseId);
    const knex = await connectDatabase(
      mockServices.database({ knex: shared.knex }),
      '@caas/plugin-clusters-backend',
    );
    const sets = DatabaseApplySetStore.create({ knex });
    const random = seededRandom(SEED);
    const wanted = new Map<number, ApplySetInput>();
    let made = 0;
    let hits = 0;

    /** What owners do: mostly change a set, now and then delete one and want another. */
    const change = async () => {
      const by = { actor: TENANCY, now: new Date() };
      const slot = Math.floor(random() * SETS);
      const before = wanted.get(slot);
      if (before && random() < 0.3) {
        await sets.requestDeletion({ ...before, reason: 'r' }, by);
        wanted.delete(slot);
        return;
      }
      const after = before
        ? changed(before, random)
        : richSet(`life-kill-${(made += 1)}`);
      wanted.set(slot, after);
      await sets.put(after, by);
    };

    let replica: TypeScriptProcess | undefined;
    const start = async () => {
      replica = await startReplica({
        database: shared.config,
        cluster: { name, url, ca, token },
      });
      return replica;
    };
    /** Before the cluster hears of it, or while it does what is asked. */
    const killAtRequest = (victim: TypeScriptProcess, at: number) => {
      const isBefore = random() < 0.5;
      let count = 0;
      door.decide = ({ method, query }) => {
        // Views ask as well; what they ask changes nothing.
        if (method === 'GET' && query.size > 0) return undefined;
        count += 1;
        if (count !== at) return undefined;
        victim.signal('SIGKILL');
        return isBefore ? { kind: 'hang' } : undefined;
      };
    };
    const isAllDone = async () => {
      const rows = await knex('apply_sets');
      return rows.every(
        ({ state, generation, observed_generation: observed }) =>
          state === 'deleted' ||
          (state === 'ready' && Number(observed) === Number(generation)),
      );
    };
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const victim = await start();
        killAtRequest(victim, Math.ceil(random() * REQUESTS));
        while (!victim.hasEnded) {
          for (let count = 0; count < 4; count += 1) await change();
          await until(
            'the worker is killed, or has nothing left to do',
            120_000,
            async () => victim.hasEnded || (await isAllDone()),
          );
        }
        door.decide = () => undefined;
        const held = await knex('apply_sets').whereNotNull('ticket');
        if (held.length > 0) hits += 1;
      }
      await start();
      const seconds = await secondsOf(
        eventually(CONVERGED_SECONDS, () =>
          expectDesired(sets, clientOf(nonprod), [...wanted.values()]),
        ),
      );
      process.stdout.write(
        `${KILLS} kills on ${databaseId}, seed ${SEED}: ${made} sets made, ${hits} kills in the middle of work, ${wanted.size} wanted in the end, all as wanted ${seconds.toFixed(1)} s after the last start\n`,
      );
      expect(seconds).toBeLessThanOrEqual(CONVERGED_SECONDS);
      // A kill of a worker that has nothing to do would show nothing.
      expect(hits).toBeGreaterThanOrEqual(KILLS / 3);
    } finally {
      await replica?.kill();
      await shared.close();
    }
  });
});

function changed(before: ApplySetInput, random: () => number): ApplySetInput {
  const { name } = before.objects[0].metadata;
  const generation = before.generation + 1;
  const settings = { colour: `green-${generation}` };
  const all = richSet(name).objects.slice(2, -1);
  return {
    ...before,
    generation,
    objects: [
      namespace(name),
      quota(name, String(1 + Math.floor(random() * 9))),
      ...all.filter(() => random() < 0.6),
      configMap(name, 'settings', settings),
    ],
  };
}
