import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import type { DesiredObject } from '@caas/plugin-clusters-common';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import {
  configMap,
  createStore,
  later,
  namespace,
  NOW,
  setOf,
  TENANCY,
} from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import { labelsOf } from '../domain/ownership';
import { runPortal } from '../promises/__testUtils__/runPortal';

/** What a worker that slept too long writes stands for a set that has done with it. */
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

jest.setTimeout(60_000);

const SECONDS = 20;
const by = { actor: TENANCY, now: NOW };
const ORPHAN = {
  setId: 'tenancy.namespace.a',
  key: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'a', name: 'late' },
  uid: 'u9',
};

function labelled(object: DesiredObject, setId: string): DesiredObject {
  const { metadata } = object;
  const labels = { ...(metadata.labels as object), ...labelsOf(setId) };
  return { ...object, metadata: { ...metadata, labels } };
}

describe.each(databases.eachSupportedId())('an orphan, on %s', databaseId => {
  const start = async () => {
    const { sets } = await createStore(databases, databaseId);
    await sets.put(setOf('a'), by);
    const takeIn = (seconds = 0, found = ORPHAN) =>
      sets.takeInOrphans({
        cluster: 'nonprod',
        found: [found],
        now: later(seconds),
      });
    const find = () => sets.find('nonprod', ORPHAN.setId);
    return { sets, takeIn, find };
  };

  it('is in the inventory of its set from then on, once', async () => {
    const { takeIn, find } = await start();
    const results = await Promise.all([takeIn(), takeIn()]);
    expect(results.flatMap(({ taken }) => taken)).toEqual([ORPHAN]);
    expect(await takeIn()).toEqual({ taken: [], held: [] });
    const { key, uid } = ORPHAN;
    expect((await find())!.inventory).toEqual([{ ...key, uid }]);
  });

  it('waits for the worker that holds the set, and not for one that died', async () => {
    const { sets, takeIn, find } = await start();
    await sets.claimDue({
      now: NOW,
      leaseSeconds: 16,
      limit: 1,
      ticket: 't1',
    });
    expect(await takeIn(15)).toEqual({ taken: [], held: [ORPHAN] });
    expect((await find())!.inventory).toEqual([]);
    expect(await takeIn(17)).toEqual({ taken: [ORPHAN], held: [] });
  });

  it('of a set that nobody here has heard of is left alone', async () => {
    const { takeIn } = await start();
    const foreign = { ...ORPHAN, setId: 'tenancy.namespace.elsewhere' };
    expect(await takeIn(0, foreign)).toEqual({ taken: [], held: [] });
  });
});

describe('orphans on a cluster', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({});
  });
  afterAll(() => sandbox.close());

  const withPortal = async (
    test: (bench: {
      admin: ClusterAdmin;
      put(input: ReturnType<typeof setOf>): Promise<void>;
      remove(input: ReturnType<typeof setOf>): Promise<void>;
      /** Writes as the portal does, behind its back. */
      write(object: DesiredObject, setId: string): Promise<void>;
    }) => Promise<void>,
  ) => {
    const { nonprod } = sandbox.clusters;
    const { sets } = await createStore(databases, 'SQLITE_3');
    const client = clientOf(nonprod);
    const portal = runPortal({ sets, clients: { nonprod: client } });
    const reach = (id: string, state: string) =>
      eventually(SECONDS, async () =>
        expect(await sets.find('nonprod', id)).toMatchObject({ state }),
      );
    try {
      await test({
        admin: new ClusterAdmin(nonprod),
        put: async input => {
          await sets.put(input, { actor: TENANCY, now: new Date() });
          await reach(input.id, 'ready');
        },
        remove: async input => {
          const asked = { actor: TENANCY, now: new Date() };
          await sets.requestDeletion({ ...input, reason: 'r2' }, asked);
          await reach(input.id, 'deleted');
        },
        write: async (object, setId) => {
          await client.apply(labelled(object, setId));
        },
      });
    } finally {
      await portal.stop();
    }
  };
  const expectGone = (
    admin: ClusterAdmin,
    key: Parameters<ClusterAdmin['find']>[0],
  ) =>
    eventually(SECONDS, async () =>
      expect(await admin.find(key)).toBeUndefined(),
    );

  it('are deleted when the set was deleted meanwhile', () =>
    withPortal(async ({ admin, put, remove, write }) => {
      const input = setOf('life-late-dev');
      await put(input);
      await remove(input);
      await write(namespace('life-late-dev'), input.id);
      const late = { kind: 'Namespace', name: 'life-late-dev' };
      await expectGone(admin, late);
      expect(await admin.find(late)).toBeUndefined();
    }));

  it('are deleted when the set wants something else by now; a copy that somebody made stays', () =>
    withPortal(async ({ admin, put, write }) => {
      const name = 'life-other-dev';
      const input = setOf(name);
      await put(input);
      const copy = configMap(name, 'copy');
      await admin.create(labelled(copy, input.id));
      await write(configMap(name, 'late'), input.id);
      const here = { kind: 'ConfigMap', namespace: name };
      await expectGone(admin, { ...here, name: 'late' });
      expect(await admin.find({ ...here, name: 'copy' })).toBeDefined();
      expect(await admin.find({ ...here, name: 'settings' })).toBeDefined();
    }));
});
