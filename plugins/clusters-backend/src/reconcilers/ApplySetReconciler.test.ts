import { TestDatabases } from '@backstage/backend-test-utils';
import { LABELS } from '@caas/plugin-clusters-common';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import {
  configMap,
  createStore,
  namespace,
  quota,
  setOf,
} from '../__testUtils__/applySets';
import { ClusterAdmin } from '../__testUtils__/ClusterAdmin';
import { clientOf, createPortal } from '../__testUtils__/portal';
import { until } from '../__testUtils__/until';
import type { DatabaseApplySetStore } from '../database/DatabaseApplySetStore';

/** The reconciler against the sandbox's API server, over TLS. Each test has names of its own on the one cluster. */
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(30_000);

describe('the reconciler of apply sets', () => {
  let sandbox: Sandbox;
  let sets: DatabaseApplySetStore;
  let admin: ClusterAdmin;
  let portal: ReturnType<typeof createPortal>;
  beforeAll(async () => {
    sandbox = await startSandbox({});
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    ({ sets } = await createStore(databases, 'SQLITE_3'));
    const { nonprod } = sandbox.clusters;
    admin = new ClusterAdmin(nonprod);
    portal = createPortal(sets, { nonprod: clientOf(nonprod) });
  });

  const space = (name: string) => ({ kind: 'Namespace', name });
  const settings = (name: string) => ({
    kind: 'ConfigMap',
    namespace: name,
    name: 'settings',
  });
  const limit = (name: string) => ({
    kind: 'ResourceQuota',
    namespace: name,
    name: 'quota',
  });
  const onlySpace = (name: string) =>
    setOf(name, { generation: 2, objects: [namespace(name)] });

  it('makes the objects, with the labels of the set, and is ready when they are healthy', async () => {
    const input = setOf('life-made-dev');
    await portal.put(input);
    const set = await portal.reach(input, 'ready');
    expect(set).toMatchObject({
      observedGeneration: 1,
      attempts: 0,
      conditions: [{ type: 'Ready', status: 'True', reason: 'Healthy' }],
    });
    expect(set.objects.map(({ kind, state }) => [kind, state])).toEqual([
      ['Namespace', 'healthy'],
      ['ResourceQuota', 'healthy'],
      ['ConfigMap', 'healthy'],
    ]);
    const { metadata } = await admin.find(space('life-made-dev'));
    expect(metadata.labels).toMatchObject({
      [LABELS.tenant]: 'life',
      [LABELS.partOf]: input.id,
      [LABELS.managedBy]: 'caas-portal',
    });
    expect(metadata.managedFields).toContainEqual(
      expect.objectContaining({ manager: 'caas-portal', operation: 'Apply' }),
    );
    expect(set.inventory[0].uid).toBe(metadata.uid);
  });

  it('puts back what somebody deleted or changed without owning it', async () => {
    const input = setOf('life-drift-dev');
    await portal.put(input);
    await portal.reach(input, 'ready');
    await admin.delete(settings('life-drift-dev'));
    await admin.edit(limit('life-drift-dev'), {
      spec: { hard: { pods: null } },
    });
    await portal.after(61);
    expect((await admin.find(settings('life-drift-dev'))).data).toEqual({
      colour: 'green',
    });
    const { spec } = await admin.find(limit('life-drift-dev'));
    expect(spec.hard).toEqual({ 'requests.cpu': '2', pods: '20' });
  });

  it('waits while somebody deletes its namespace, and makes it anew', async () => {
    const name = 'life-ending-dev';
    const input = setOf(name);
    await portal.put(input);
    await portal.reach(input, 'ready');
    const kept = configMap(name, 'kept');
    await admin.create({
      ...kept,
      metadata: { ...kept.metadata, finalizers: ['life.example/keep'] },
    });
    const before = await admin.find(space(name));
    await admin.delete(space(name));
    await portal.after(61);
    expect(await sets.find('nonprod', input.id)).toMatchObject({
      state: 'waiting',
      conditions: [
        { message: "Namespace 'life-ending-dev': It is being deleted" },
      ],
    });
    await admin.edit(
      { ...settings(name), name: 'kept' },
      { metadata: { finalizers: null } },
    );
    await portal.reach(input, 'ready');
    const after = await admin.find(space(name));
    expect(after.metadata.uid).not.toBe(before.metadata.uid);
  });

  it('puts its labels back on its own namespace', async () => {
    const input = setOf('life-labels-dev');
    await portal.put(input);
    await portal.reach(input, 'ready');
    await admin.edit(space('life-labels-dev'), {
      metadata: { labels: { [LABELS.tenant]: null, [LABELS.partOf]: null } },
    });
    await portal.after(61);
    expect(
      (await admin.find(space('life-labels-dev'))).metadata.labels,
    ).toMatchObject({ [LABELS.tenant]: 'life', [LABELS.partOf]: input.id });
  });

  it('removes what is no longer in the set, and nothing else', async () => {
    const input = setOf('life-prune-dev');
    await portal.put(input);
    await portal.reach(input, 'ready');
    await admin.create(configMap('life-prune-dev', 'of-the-team'));
    await portal.put(onlySpace('life-prune-dev'));
    const set = await portal.reach(input, 'ready');
    expect(set.inventory.map(({ kind }) => kind)).toEqual(['Namespace']);
    expect(await admin.find(settings('life-prune-dev'))).toBeUndefined();
    expect(await admin.find(limit('life-prune-dev'))).toBeUndefined();
    expect(
      await admin.find({ ...settings('life-prune-dev'), name: 'of-the-team' }),
    ).toBeDefined();
  });

  it('leaves a field to its owner, names both, and goes on when the owner lets go', async () => {
    const input = setOf('life-conflict-dev');
    await portal.put(input);
    await portal.reach(input, 'ready');
    await admin.edit(limit('life-conflict-dev'), {
      spec: { hard: { pods: '50' } },
    });
    await portal.after(61);
    const stalled = await portal.reach(input, 'stalled');
    expect(stalled.conditions).toMatchObject([
      {
        status: 'False',
        reason: 'FieldConflict',
        message:
          'ResourceQuota \'life-conflict-dev/quota\': Field .spec.hard.pods is owned by "kubectl-edit"',
      },
    ]);
    expect(stalled.objects.map(({ state }) => state)).toEqual([
      'healthy',
      'failed',
      'pending',
    ]);
    expect(portal.logger.warn).toHaveBeenCalledTimes(1);
    const { spec } = await admin.find(limit('life-conflict-dev'));
    expect(spec.hard.pods).toBe('50');

    await admin.edit(limit('life-conflict-dev'), {
      spec: { hard: { pods: '20' } },
    });
    await portal.reach(input, 'ready');
  });

  it('leaves alone an object that somebody else made first, even when the set is deleted', async () => {
    const input = setOf('life-first-dev');
    await portal.put(onlySpace('life-first-dev'));
    await portal.reach(input, 'ready');
    await admin.create(
      configMap('life-first-dev', 'settings', { colour: 'red' }),
    );
    await portal.put({ ...input, generation: 3 });
    const stalled = await portal.reach(input, 'stalled');
    expect(stalled.lastError).toMatch(
      /^ConfigMap 'life-first-dev\/settings': Field \.data\.colour is owned by "/,
    );
    await portal.put({ ...onlySpace('life-first-dev'), generation: 4 });
    await portal.reach(input, 'ready');
    expect((await admin.find(settings('life-first-dev'))).data).toEqual({
      colour: 'red',
    });
  });

  it.each([
    ['of another tenant', 'property', "belongs to the tenant 'property'"],
    ['of nobody', undefined, 'belongs to nobody the portal knows'],
    [
      'of its tenant that somebody else made',
      'life',
      'was not made by this apply set',
    ],
  ])('takes over no namespace %s', async (_, tenant, sentence) => {
    const name = `life-foreign-${tenant ?? 'nobody'}`;
    await admin.create({
      ...namespace(name),
      metadata: { name, labels: tenant && { [LABELS.tenant]: tenant } },
    });
    const input = setOf(name);
    await portal.put(input);
    const set = await portal.reach(input, 'stalled');
    expect(set.conditions[0]).toMatchObject({
      reason: 'ForeignNamespace',
      message: expect.stringContaining(sentence),
    });
    expect(set.inventory).toEqual([]);
    expect(await admin.find(limit(name))).toBeUndefined();

    await portal.delete(input);
    await portal.reach(input, 'deleted');
    expect(await admin.find(space(name))).toBeDefined();
  });

  it('puts nothing into a namespace that does not exist', async () => {
    const input = setOf('life-none-dev', { objects: [quota('life-none-dev')] });
    await portal.put(input);
    const set = await portal.reach(input, 'stalled');
    expect(set.lastError).toBe(
      "Namespace 'life-none-dev' on cluster 'nonprod' does not exist, and this apply set does not make it",
    );
  });

  it('deletes what it made, and tells when it is gone', async () => {
    const input = setOf('life-gone-dev');
    await portal.put(input);
    await portal.reach(input, 'ready');
    await portal.delete(input);
    const set = await portal.reach(input, 'deleted');
    expect(set).toMatchObject({
      inventory: [],
      objects: [],
      conditions: [{ status: 'False', reason: 'Deleted' }],
    });
    expect(await admin.find(space('life-gone-dev'))).toBeUndefined();
  });

  it('does not delete a namespace that was deleted and made again by hand', async () => {
    const input = setOf('life-again-dev');
    await portal.put(input);
    await portal.reach(input, 'ready');
    await admin.delete(space('life-again-dev'));
    await until(async () =>
      expect(await admin.find(space('life-again-dev'))).toBeUndefined(),
    );
    await admin.create(namespace('life-again-dev'));
    await portal.delete(input);
    await portal.reach(input, 'deleted');
    expect(await admin.find(space('life-again-dev'))).toBeDefined();
  });

  it('says so when the configuration does not name the cluster any more', async () => {
    const input = setOf('life-lost-dev', { cluster: 'closed' });
    await portal.put(input);
    const set = await portal.reach(input, 'stalled');
    expect(set.conditions[0]).toMatchObject({
      reason: 'UnknownCluster',
      message: expect.stringContaining("the cluster 'closed' any more"),
    });
  });

  it('says so when the cluster does not take the token, which it does not repeat', async () => {
    const { nonprod } = sandbox.clusters;
    portal = createPortal(sets, {
      nonprod: clientOf(nonprod, { token: 'wrong-token' }),
    });
    const input = setOf('life-token-dev');
    await portal.put(input);
    const set = await portal.reach(input, 'retrying');
    expect(set.lastError).toBe(
      "Cluster 'nonprod' does not accept the portal's token: renew 'token' of this cluster in the configuration",
    );
    expect(JSON.stringify(set)).not.toContain('wrong-token');
  });

  it('works on one cluster while another one hangs', async () => {
    const { nonprod, prod } = sandbox.clusters;
    const hanging = new Proxy(clientOf(prod), {
      get: () => () => new Promise(() => {}),
    });
    portal = createPortal(sets, { prod: hanging, nonprod: clientOf(nonprod) });
    await portal.put(setOf('life-hang-prod', { cluster: 'prod' }));
    portal.reconciler.wake();
    const input = setOf('life-hang-dev');
    await portal.put(input);
    await until(async () => {
      portal.advance(1);
      portal.reconciler.wake();
      expect(await sets.find('nonprod', input.id)).toMatchObject({
        observedGeneration: 1,
      });
    });
  });

  describe('while the cluster is away', () => {
    const cut = () => sandbox.clusters.nonprod.stop();
    const restore = () => sandbox.clusters.nonprod.start();
    const waitLong = async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) await portal.after(80);
    };
    const REASON =
      "Cluster 'nonprod' does not answer: the connection is refused";

    it('keeps what is wanted with the reason, and completes when it is back', async () => {
      const input = setOf('life-away-dev');
      await cut();
      try {
        await portal.put(input);
        await waitLong();
        expect(await sets.find('nonprod', input.id)).toMatchObject({
          state: 'retrying',
          attempts: 10,
          lastError: REASON,
          conditions: [{ status: 'Unknown', message: REASON }],
        });
      } finally {
        await restore();
      }
      await portal.after(80);
      await portal.reach(input, 'ready');
    });

    it('keeps a deletion, and what it has to delete', async () => {
      const input = setOf('life-leave-dev');
      await portal.put(input);
      await portal.reach(input, 'ready');
      await cut();
      try {
        await portal.delete(input);
        await waitLong();
        const set = await sets.find('nonprod', input.id);
        expect(set).toMatchObject({ state: 'deleting', lastError: REASON });
        expect(set!.inventory).toHaveLength(3);
      } finally {
        await restore();
      }
      await portal.after(80);
      await portal.reach(input, 'deleted');
      expect(await admin.find(space('life-leave-dev'))).toBeUndefined();
    });
  });
});
