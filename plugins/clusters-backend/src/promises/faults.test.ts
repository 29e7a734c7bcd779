import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import {
  ClusterAdmin,
  FaultProxy,
  startSandbox,
  type Fault,
  type Sandbox,
  type SeenRequest,
} from '@caas/sandbox';
import {
  configMap,
  createStore,
  setOf,
  TENANCY,
} from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import { DatabaseApplySetStore } from '../database/DatabaseApplySetStore';
import { runPortal } from './__testUtils__/runPortal';
import { secondsOf } from './__testUtils__/secondsOf';
import { expectDesired } from './__testUtils__/standing';

/** One fault at a time, between a portal that runs and a cluster. */
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(120_000);

const isWatch = ({ query }: SeenRequest) => query.get('watch') === 'true';

describe('a portal behind a connection with faults', () => {
  let sandbox: Sandbox;
  let admin: ClusterAdmin;
  let door: FaultProxy;
  let sets: DatabaseApplySetStore;
  let portal: ReturnType<typeof runPortal>;

  beforeEach(async () => {
    sandbox = await startSandbox({});
    admin = new ClusterAdmin(sandbox.clusters.nonprod);
    door = await FaultProxy.start(sandbox.clusters.nonprod);
    ({ sets } = await createStore(databases, 'SQLITE_3'));
  });
  afterEach(async () => {
    await portal.stop();
    await door.close();
    await sandbox.close();
  });

  const start = (changes: { token?: string } = {}) => {
    portal = runPortal({
      sets,
      clients: {
        nonprod: clientOf(sandbox.clusters.nonprod, {
          url: door.url,
          readCa: () => door.ca,
          ...changes,
        }),
      },
    });
    return portal.views.get('nonprod')!;
  };
  const put = async (name: string) => {
    const input = setOf(name);
    await sets.put(input, { actor: TENANCY, now: new Date() });
    portal.reconciler.wake();
    return input;
  };
  const reach = (...inputs: ReturnType<typeof setOf>[]) =>
    eventually(40, () =>
      expectDesired(sets, clientOf(sandbox.clusters.nonprod), inputs),
    );
  const isConnected = (view: ReturnType<typeof start>) =>
    eventually(20, () => expect(view.status.state).toBe('connected'));

  it('goes on where a watch was cut, in the middle of a line, without a list', async () => {
    const view = start();
    await isConnected(view);
    const hears = async (name: string) => {
      await admin.create(setOf(name).objects[0]);
      return () => expect(view.namespaces.seen.find(name)).toBeDefined();
    };
    // The watch stands: one that is still being opened when it is cut begins with a list, and rightly so.
    await eventually(20, await hears('life-cut-none'));
    const lists = () =>
      door.requests.filter(
        request => !isWatch(request) && request.path === '/api/v1/namespaces',
      ).length;
    const before = lists();
    door.decide = request =>
      isWatch(request) ? { kind: 'cut', afterBytes: 40 } : undefined;
    door.cutAll();
    const isHeard = await hears('life-cut-one');
    await eventually(20, () =>
      expect(
        door.requests.filter(
          request => isWatch(request) && request.path === '/api/v1/namespaces',
        ).length,
      ).toBeGreaterThan(2),
    );
    door.decide = () => undefined;
    await eventually(20, isHeard);
    expect(lists()).toBe(before);
  });

  it('lists again after 410 Gone', async () => {
    const view = start();
    await isConnected(view);
    door.decide = request =>
      isWatch(request) ? { kind: 'end', code: 410 } : undefined;
    door.cutAll();
    await admin.create(setOf('life-gone-one').objects[0]);
    await eventually(20, () =>
      expect(view.namespaces.seen.find('life-gone-one')).toBeDefined(),
    );
  });

  it('asks nothing of a busy cluster before the time that it names', async () => {
    const view = start();
    await isConnected(view);
    let busySince = 0;
    door.decide = () => {
      if (busySince) return undefined;
      busySince = Date.now();
      return { kind: 'answer', code: 429, headers: { 'retry-after': '4' } };
    };
    const input = await put('life-busy-one');
    await reach(input);
    const next = door.requests.find(
      // Some were on their way before the answer was.
      ({ at }) => at >= busySince + 500,
    )!;
    expect(next.at - busySince).toBeGreaterThanOrEqual(3_900);
  });

  it('survives ten seconds of nothing but 500, asking ten times a second at most', async () => {
    const view = start();
    await isConnected(view);
    const from = Date.now();
    door.decide = (): Fault => ({ kind: 'answer', code: 500 });
    const inputs = [];
    for (let index = 0; index < 20; index += 1) {
      inputs.push(await put(`life-storm-${index}`));
    }
    await eventually(11, () =>
      expect(Date.now() - from).toBeGreaterThan(10_000),
    );
    const asked = door.requests.filter(({ at }) => at >= from).length;
    door.decide = () => undefined;
    await reach(...inputs);
    expect(asked).toBeLessThanOrEqual(100);
    expect(asked).toBeGreaterThan(5);
  });

  it('applies once more what was written when the connection broke, and makes no second one', async () => {
    const view = start();
    await isConnected(view);
    const broken = new Set<string>();
    door.decide = ({ method, path }) => {
      if (method !== 'PATCH' || broken.has(path)) return undefined;
      broken.add(path);
      return { kind: 'resetAfter' };
    };
    const input = await put('life-reset-one');
    await reach(input);
    expect(broken.size).toBe(3);
  });

  it('finds out about a connection that is half open, and repairs what happened behind it', async () => {
    const view = start();
    await isConnected(view);
    const input = await put('life-half-one');
    await reach(input);
    door.decide = request =>
      isWatch(request) ? { kind: 'silence', afterBytes: 0 } : undefined;
    door.cutAll();
    await eventually(20, () =>
      expect(
        door.requests.filter(
          request => isWatch(request) && request.path === '/api/v1/configmaps',
        ).length,
      ).toBeGreaterThan(1),
    );
    await admin.delete({
      kind: 'ConfigMap',
      namespace: 'life-half-one',
      name: 'settings',
    });
    door.decide = () => undefined;
    const seconds = await secondsOf(
      eventually(60, async () =>
        expect(
          await admin.find({
            kind: 'ConfigMap',
            namespace: 'life-half-one',
            name: 'settings',
          }),
        ).toMatchObject({ data: configMap('life-half-one').data }),
      ),
    );
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('says that a token is not accepted, and asks no more for a minute', async () => {
    const view = start({ token: 'wrong-token' });
    const input = await put('life-token-one');
    await eventually(10, async () => {
      expect(view.status.reason).toContain(
        "does not accept the portal's token",
      );
      expect(await sets.find('nonprod', input.id)).toMatchObject({
        state: 'retrying',
        lastError: expect.stringContaining(
          "does not accept the portal's token",
        ),
      });
    });
    const asked = door.requests.length;
    // What was under way at once, and not one more.
    expect(asked).toBeLessThanOrEqual(6);
    const from = Date.now();
    await eventually(9, () => expect(Date.now() - from).toBeGreaterThan(8_000));
    expect(door.requests.length).toBe(asked);
  });
});
