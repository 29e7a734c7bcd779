import { TestDatabases } from '@backstage/backend-test-utils';
import type { ApplySetInput } from '@caas/plugin-clusters-common';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import {
  configMap,
  createStore,
  later,
  namespace,
  quota,
  setOf,
} from '../__testUtils__/applySets';
import { withFailpoints } from '../__testUtils__/failpoints';
import { clientOf, createPortal } from '../__testUtils__/portal';
import type { DatabaseApplySetStore } from '../database/DatabaseApplySetStore';

/**
 * A kill of the worker before and after every call that reaches the database or the cluster, once each. Then another
 * worker takes over when the lease is over, and what stands must be what the owner wants *now*: nothing twice, nothing
 * left behind.
 */
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(30_000);

describe('a kill of the worker at any point', () => {
  let sandbox: Sandbox;
  let admin: ClusterAdmin;
  let sets: DatabaseApplySetStore;
  beforeAll(async () => {
    sandbox = await startSandbox({});
    admin = new ClusterAdmin(sandbox.clusters.nonprod);
    ({ sets } = await createStore(databases, 'SQLITE_3'));
  });
  afterAll(() => sandbox.close());

  const client = () => clientOf(sandbox.clusters.nonprod);
  const runUntilKilled = async (at: number): Promise<boolean> => {
    const point = { at, passed: 0 };
    // The client swallows nothing: a killed call ends the attempt, and a killed settle ends the run.
    const portal = createPortal(withFailpoints(sets, point), {
      nonprod: withFailpoints(client(), point),
    });
    await portal.after(0).catch(error => {
      if (error.name !== 'Killed') throw error;
    });
    return point.passed >= at;
  };
  const standing = async (name: string) => ({
    namespace: (await admin.find({ kind: 'Namespace', name }))?.metadata.uid,
    quota: !!(await admin.find({
      kind: 'ResourceQuota',
      namespace: name,
      name: 'quota',
    })),
    settings: !!(await admin.find({
      kind: 'ConfigMap',
      namespace: name,
      name: 'settings',
    })),
  });

  /** Kills at each point in turn, each time with a set of its own. */
  const killEverywhere = async (
    kind: string,
    scenario: (
      input: ApplySetInput,
      kill: () => Promise<boolean>,
    ) => Promise<void>,
  ): Promise<number> => {
    for (let at = 1; ; at += 1) {
      let wasKilled = false;
      const name = `life-${kind}-${at}`;
      await scenario(setOf(name), async () => {
        wasKilled = await runUntilKilled(at);
        return wasKilled;
      });
      if (!wasKilled) return at - 1;
    }
  };
  const takeOver = () => createPortal(sets, { nonprod: client() }, later(31));
  const nameOf = ({ objects }: ApplySetInput) => objects[0].metadata.name;

  it('while it applies: the next one completes, with the objects of the first', async () => {
    const kills = await killEverywhere('apply', async (input, kill) => {
      await createPortal(sets, {}).put(input);
      await kill();
      const before = await standing(nameOf(input));
      const set = await takeOver().reach(input, 'ready');
      expect(set).toMatchObject({ generation: 1, observedGeneration: 1 });
      expect(set.inventory).toHaveLength(3);
      const after = await standing(nameOf(input));
      expect(after).toMatchObject({ quota: true, settings: true });
      expect(after.namespace).toBeDefined();
      expect([undefined, after.namespace]).toContain(before.namespace);
    });
    // Fewer would mean that the failpoints are not on the way any more.
    expect(kills).toBeGreaterThanOrEqual(14);
  });

  it('and the owner drops an object: nothing that was created half-way stays', async () => {
    await killEverywhere('drop', async (input, kill) => {
      await createPortal(sets, {}).put(input);
      await kill();
      const name = nameOf(input);
      const portal = takeOver();
      await portal.put({
        ...input,
        generation: 2,
        objects: [namespace(name), quota(name, '4')],
      });
      const set = await portal.reach(input, 'ready');
      expect(set.inventory).toHaveLength(2);
      expect(await standing(name)).toMatchObject({
        quota: true,
        settings: false,
      });
    });
  });

  it('and the owner deletes the set: nothing that was created half-way stays', async () => {
    await killEverywhere('delete', async (input, kill) => {
      await createPortal(sets, {}).put(input);
      await kill();
      const portal = takeOver();
      await portal.delete(input);
      await portal.reach(input, 'deleted');
      expect(await standing(nameOf(input))).toEqual({
        namespace: undefined,
        quota: false,
        settings: false,
      });
    });
  });

  it('while it deletes: the next one completes', async () => {
    const kills = await killEverywhere('leave', async (input, kill) => {
      const first = createPortal(sets, { nonprod: client() });
      await first.put(input);
      await first.reach(input, 'ready');
      await admin.create(configMap(nameOf(input), 'of-the-team'));
      await createPortal(sets, {}).delete(input);
      await kill();
      await takeOver().reach(input, 'deleted');
      expect((await standing(nameOf(input))).namespace).toBeUndefined();
    });
    expect(kills).toBeGreaterThanOrEqual(12);
  });
});
