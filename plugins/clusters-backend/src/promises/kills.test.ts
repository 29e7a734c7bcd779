import { TestDatabases } from '@backstage/backend-test-utils';
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
import { createSharedDatabase } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { Replica } from './__testUtils__/Replica';
import { richSet } from './__testUtils__/richSet';
import { seededRandom } from './__testUtils__/seededRandom';
import { expectDesired } from './__testUtils__/standing';

/**
 * The process that reconciles is killed at random points, again and again, while owners put, change and delete sets.
 * `KILLS=100` for the whole promise; `KILL_SEED` for the same one again.
 */
const KILLS = Number(process.env.KILLS ?? 3);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1e6);
const SETS = 6;
/** A worker that sends nothing for this long has nothing to do: it is killed then. */
const IDLE_MS = 4_000;
/** A worker that has just been started looks at the cluster first. */
const FIRST_MS = 10_000;
/** The kill falls on one of so many requests that a worker sends; it sends about as many in a round. */
const REQUESTS = 40;
/** The lease of the killed worker, a tick, and the work. */
const CONVERGED_SECONDS = 40;

jest.setTimeout(120_000 + KILLS * 15_000);

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
    const { knex, config } = await createSharedDatabase(databases, databaseId);
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

    let replica: Replica | undefined;
    const start = async () => {
      replica = await Replica.start({
        database: config,
        cluster: { name, url, ca, token },
      });
    };
    /** Before the cluster hears of it, or while it does what is asked. */
    const killAtRequest = async (at: number) => {
      const isBefore = random() < 0.5;
      let count = 0;
      await new Promise<void>(resolve => {
        let idle = setTimeout(resolve, FIRST_MS);
        door.decide = ({ method, query }) => {
          // Views ask as well; what they ask changes nothing.
          if (method === 'GET' && query.size > 0) return undefined;
          clearTimeout(idle);
          idle = setTimeout(resolve, IDLE_MS);
          count += 1;
          if (count !== at) return undefined;
          clearTimeout(idle);
          void replica!.kill().then(resolve);
          return isBefore ? { kind: 'hang' } : undefined;
        };
      });
      door.decide = () => undefined;
      await replica!.kill();
    };
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await start();
        const killed = killAtRequest(Math.ceil(random() * REQUESTS));
        for (let count = 0; count < 4; count += 1) await change();
        await killed;
        const held = await knex('apply_sets').whereNotNull('ticket');
        if (held.length > 0) hits += 1;
      }
      await start();
      const seconds = await eventually(CONVERGED_SECONDS, () =>
        expectDesired(sets, clientOf(nonprod), [...wanted.values()]),
      );
      process.stdout.write(
        `${KILLS} kills on ${databaseId}, seed ${SEED}: ${made} sets made, ${hits} kills in the middle of work, ${wanted.size} wanted in the end, all as wanted ${seconds.toFixed(1)} s after the last start\n`,
      );
      expect(seconds).toBeLessThanOrEqual(CONVERGED_SECONDS);
    } finally {
      await replica?.kill();
      await knex.destroy();
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
