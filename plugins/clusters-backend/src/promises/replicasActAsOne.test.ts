import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSharedDatabase } from '@caas/backend-testing/databases';
import {
  eventually,
  type TypeScriptProcess,
} from '@caas/backend-testing/processes';
import { connectDatabase, DatabaseClock } from '@caas/database-node';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import { FaultProxy, startSandbox, type Sandbox } from '@caas/sandbox';
import type { Knex } from 'knex';
import {
  configMap,
  namespace,
  quota,
  TENANCY,
} from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import { DatabaseApplySetStore } from '../database/DatabaseApplySetStore';
import { richSet } from './__testUtils__/richSet';
import { expectDesired } from './__testUtils__/standing';
import { startReplica } from './__testUtils__/startReplica';
import { TcpGate } from './__testUtils__/TcpGate';

/**
 * Several replicas act as one: three processes share one database, with clocks ten minutes apart. The one that works is
 * stopped in the middle, or loses the database; another takes over, and what the first sends when it comes back is nothing.
 * `TAKEOVERS=500` for the whole promise.
 */
const ROUNDS = Number(process.env.TAKEOVERS ?? 1);
const SKEWS_SECONDS = [0, 600, -600];
const TAKEOVER_SECONDS = 20;
/** Taking over, and the work. */
const CONVERGED_SECONDS = 45;
const SETS = 5;

jest.setTimeout(120_000 + ROUNDS * 90_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });

type Member = {
  replica: TypeScriptProcess;
  door: FaultProxy;
  database: TcpGate;
};

// They share a database over the network: SQLite is for one process.
describe.each(databases.eachSupportedId())('replicas on %s', databaseId => {
  let sandbox: Sandbox;
  let knex: Knex;
  let sets: DatabaseApplySetStore;
  let clock: DatabaseClock;
  let members: Member[];

  beforeAll(async () => {
    sandbox = await startSandbox({});
    const shared = await createSharedDatabase(databases, databaseId);
    knex = await connectDatabase(
      mockServices.database({ knex: shared.knex }),
      '@caas/plugin-clusters-backend',
    );
    sets = DatabaseApplySetStore.create({ knex });
    clock = await DatabaseClock.create({ knex });
    members = await Promise.all(
      SKEWS_SECONDS.map(skewSeconds =>
        startMember(sandbox, shared.config, skewSeconds),
      ),
    );
  });
  afterAll(async () => {
    for (const { replica, door, database } of members ?? []) {
      await replica.kill();
      await door.close();
      database.close();
    }
    await sandbox.close();
  });

  const put = async (input: ApplySetInput) => {
    await clock.sync();
    await sets.put(input, { actor: TENANCY, now: clock.now() });
  };
  const remove = async (input: ApplySetInput) => {
    await clock.sync();
    const by = { actor: TENANCY, now: clock.now() };
    await sets.requestDeletion({ ...input, reason: 'r' }, by);
  };
  const expectAll = (seconds: number, inputs: ApplySetInput[]) =>
    eventually(seconds, () =>
      expectDesired(sets, clientOf(sandbox.clusters.nonprod), inputs),
    );
  /** Stops whoever first writes for one of these sets, in the middle of it. */
  const stopWorker = async (
    inputs: ApplySetInput[],
    stop: (it: Member) => void,
  ) => {
    const names = inputs.map(({ objects }) => objects[0].metadata.name);
    const decideFor = (decide: (it: Member) => FaultProxy['decide']) =>
      members.forEach(member => {
        member.door.decide = decide(member);
      });
    const worker = new Promise<Member>(resolve => {
      decideFor(member => ({ method, path }) => {
        const isOurs = names.some(name => path.split('/').includes(name));
        if (method !== 'PATCH' || !isOurs) return undefined;
        decideFor(() => () => undefined);
        stop(member);
        resolve(member);
        return undefined;
      });
    });
    for (const input of inputs) await put(input);
    return worker;
  };

  it.each<[string, (it: Member) => void, (it: Member) => void]>([
    [
      'is stopped',
      ({ replica }) => replica.pause(),
      ({ replica }) => replica.resume(),
    ],
    [
      'loses the database',
      ({ database }) => database.shut(),
      ({ database }) => database.open(),
    ],
  ])(
    `when the one that works %s, another takes over within ${TAKEOVER_SECONDS} s, and nothing of the first is written later`,
    async (what, stop, resume) => {
      const word = what.replaceAll(' ', '-');
      let slowest = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const first = Array.from({ length: SETS }, (_, index) =>
          richSet(`life-${word}-${round}-${index}`),
        );
        const stopped = await stopWorker(first, stop);
        const stoppedAt = Date.now();
        await expectAll(CONVERGED_SECONDS, first);
        const others = members.filter(member => member !== stopped);
        for (const input of first) {
          const seconds = (firstWrite(others, input) - stoppedAt) / 1000;
          slowest = Math.max(slowest, seconds);
        }

        // Meanwhile the owner wants something else, and gets it.
        const second = first.map(nextOf);
        for (const input of second) await put(input);
        await expectAll(CONVERGED_SECONDS, second);

        const seenBefore = stopped.door.requests.length;
        resume(stopped);
        const third = second.map(nextOf);
        for (const input of third) await put(input);
        await expectAll(CONVERGED_SECONDS, third);
        const late = stopped.door.requests.slice(seenBefore);
        const stale = late.filter(
          ({ method, body, path }) =>
            method !== 'GET' &&
            (body.includes('"green"') || path.endsWith('/limits')),
        );
        expect(stale.map(({ method, path }) => `${method} ${path}`)).toEqual(
          [],
        );
        for (const input of third) await remove(input);
        await expectAll(CONVERGED_SECONDS, []);
      }
      process.stdout.write(
        `${ROUNDS} × the worker ${what}: others wrote for its sets ${slowest.toFixed(1)} s later at most\n`,
      );
      expect(slowest).toBeLessThanOrEqual(TAKEOVER_SECONDS);
    },
  );
});

/** When one of these first wrote for a set; 0 when none did. */
function firstWrite(members: Member[], { objects }: ApplySetInput): number {
  const { name } = objects[0].metadata;
  const times = members.flatMap(({ door }) =>
    door.requests
      .filter(
        ({ method, path }) =>
          method === 'PATCH' && path.split('/').includes(name),
      )
      .map(({ at }) => at),
  );
  return times.length > 0 ? Math.min(...times) : 0;
}

async function startMember(
  { clusters: { nonprod } }: Sandbox,
  config: Knex.Config,
  skewSeconds: number,
): Promise<Member> {
  const door = await FaultProxy.start(nonprod);
  const { name, url, ca, token } = door;
  // An object, because it comes from a connection that knex has made.
  const connection = config.connection as {
    host: string;
    port: number | string;
  };
  const { host, port } = connection;
  const database = await TcpGate.start({ host, port: Number(port) });
  const replica = await startReplica({
    database: {
      ...config,
      connection: { ...connection, host: '127.0.0.1', port: database.port },
    },
    cluster: { name, url, ca, token },
    skewSeconds,
  });
  return { replica, door, database };
}

/** The next generation of a set: without its limits and roles, and with the number of the generation in its settings. */
function nextOf(before: ApplySetInput): ApplySetInput {
  const { name } = before.objects[0].metadata;
  const generation = before.generation + 1;
  return {
    ...before,
    generation,
    objects: [
      namespace(name),
      quota(name),
      configMap(name, 'settings', { colour: `generation-${generation}` }),
    ],
  };
}
