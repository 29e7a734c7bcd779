import { TestDatabases } from '@backstage/backend-test-utils';
import { FakeAnnouncer } from '../clients/FakeAnnouncer';
import { FakeKindProviders } from '../clients/FakeKindProviders';
import {
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  SUN_LI,
  WANG_FANG,
  type Desk,
  type Stores,
} from '../__testUtils__/desk';

/**
 * A kill at any point between submit and completion: after every call that reached the database, the owner of the kind or
 * the notifications, when its effect is there and nobody has heard of it. After a "restart" (everything that lived in memory is gone, leases run out) the
 * request is completed, was made once, and its timeline has each event once.
 */
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

class Killed extends Error {
  name = 'Killed';
}

type Failpoint = { at: number; passed: number; underWay: Set<unknown> };

/** Every method of `target` passes a failpoint, when its effect is there. Between two calls nothing happens that lasts. */
function withFailpoints<T extends object>(target: T, point: Failpoint): T {
  const proxy: T = new Proxy(target, {
    get(object, key) {
      const value = Reflect.get(object, key);
      if (typeof value !== 'function') return value;
      if (key === 'forPlugin') return () => proxy;
      // A signal, which nothing depends on and nobody waits for.
      if (key === 'changed') return value.bind(object);
      return async (...args: unknown[]) => {
        // A process that was killed does nothing more.
        if (point.passed >= point.at) throw new Killed();
        const call = Promise.resolve(value.apply(object, args));
        point.underWay.add(call);
        const result = await call.finally(() => point.underWay.delete(call));
        point.passed += 1;
        if (point.passed === point.at) throw new Killed();
        return result;
      };
    },
  });
  return proxy;
}

const EVENTS = [
  'submitted',
  'approved',
  'stage-opened',
  'approved',
  'passed',
  'started',
  'completed',
];

/** Whoever refers to others first. */
const TABLES = [
  'tasks',
  'executions',
  'timeline_entries',
  'decisions',
  'stage_approvers',
  'stages',
  'request_revisions',
  'requests',
];

/** One database for all kills: to make a new one takes longer than everything else here. */
async function forgetRequests({ knex }: Stores): Promise<void> {
  for (const table of TABLES) await knex(table).delete();
}

describe.each(databases.eachSupportedId())('a kill on %s', databaseId => {
  /** What people and the scheduler do, as often as it takes. */
  const carryOut = async (desk: Desk) => {
    const { request } = await desk.submit({ idempotencyKey: 'key-00000001' });
    await desk.worker.run();
    for (const person of [WANG_FANG, CHEN_JING]) {
      const { state } = (await desk.requests.find(request.id))!.request;
      if (state === 'pending') await desk.decide(request.id, person);
      await desk.worker.run();
    }
    await desk.after(1);
    await desk.after(1);
    return request.id;
  };

  const runUntilKilled = async (
    stores: Stores,
    providers: FakeKindProviders,
    announcer: FakeAnnouncer,
    at: number,
  ): Promise<boolean> => {
    const point = { at, passed: 0, underWay: new Set() };
    const desk = createDesk(
      {
        ...stores,
        requests: withFailpoints(stores.requests, point),
        tasks: withFailpoints(stores.tasks, point),
      },
      {
        providers: withFailpoints(providers, point),
        announcer: withFailpoints(announcer, point),
      },
    );
    try {
      await carryOut(desk);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    // What a dead process had sent to a database or a domain ends there.
    await Promise.allSettled(point.underWay);
    return point.passed >= at;
  };

  it('at any point leaves one completed request, once everything runs again', async () => {
    const stores = await createStores(databases, databaseId);
    // PostgreSQL takes every third, because each takes longer there.
    const stride = databaseId === 'SQLITE_3' ? 1 : 3;
    let kills = 0;
    for (let at = 1; ; at += stride) {
      await forgetRequests(stores);
      const providers = new FakeKindProviders();
      providers.answers = [{ state: 'working', steps: [] }];
      const announcer = new FakeAnnouncer();
      const wasKilled = await runUntilKilled(stores, providers, announcer, at);

      const desk = createDesk(stores, { providers, announcer });
      desk.advance(20);
      const id = await carryOut(desk);
      for (let times = 0; times < 3; times += 1) await desk.after(20);

      const file = await desk.get(id);
      expect({
        at,
        state: file.request.state,
        events: file.timeline.map(({ event }) => event),
      }).toEqual({ at, state: 'completed', events: EVENTS });
      expect(await stores.knex('requests')).toHaveLength(1);
      expect(await stores.knex('tasks')).toHaveLength(0);
      expect([...providers.made.keys()]).toEqual([id]);
      expect(providers.reserved.size).toBe(0);
      const told = new Set(
        announcer.notified.flatMap(({ recipients }) => recipients),
      );
      expect([...told].sort()).toEqual(
        [CHEN_JING, LI_WEI, SUN_LI, WANG_FANG].sort(),
      );
      if (!wasKilled) break;
      kills += 1;
    }
    // Fewer would mean that the failpoints are not on the way any more.
    expect(kills * stride).toBeGreaterThanOrEqual(30);
  }, 120_000);
});
