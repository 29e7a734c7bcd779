import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { LABELS } from '@caas/plugin-clusters-common';
import { configMap, setOf } from '../__testUtils__/applySets';
import { clientOf, createPortal } from '../__testUtils__/portal';
import {
  useSandbox,
  space,
  settings,
  limit,
  onlySpace,
} from '../__testUtils__/useSandbox';

/** The reconciler against the sandbox's API server, over TLS. Each test has names of its own on the one cluster. */
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(30_000);

describe('the reconciler of apply sets', () => {
  const bench = useSandbox(databases);

  it('makes the objects, with the labels of the set, and is ready when they are healthy', async () => {
    const input = setOf('life-made-dev');
    await bench.portal.put(input);
    const set = await bench.portal.reach(input, 'ready');
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
    const { metadata } = await bench.admin.find(space('life-made-dev'));
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
    await bench.portal.put(input);
    await bench.portal.reach(input, 'ready');
    await bench.admin.delete(settings('life-drift-dev'));
    await bench.admin.edit(limit('life-drift-dev'), {
      spec: { hard: { pods: null } },
    });
    await bench.portal.after(61);
    expect((await bench.admin.find(settings('life-drift-dev'))).data).toEqual({
      colour: 'green',
    });
    const { spec } = await bench.admin.find(limit('life-drift-dev'));
    expect(spec.hard).toEqual({ 'requests.cpu': '2', pods: '20' });
  });

  it('waits while somebody deletes its namespace, and makes it anew', async () => {
    const name = 'life-ending-dev';
    const input = setOf(name);
    await bench.portal.put(input);
    await bench.portal.reach(input, 'ready');
    const kept = configMap(name, 'kept');
    await bench.admin.create({
      ...kept,
      metadata: { ...kept.metadata, finalizers: ['life.example/keep'] },
    });
    const before = await bench.admin.find(space(name));
    await bench.admin.delete(space(name));
    await bench.portal.after(61);
    expect(await bench.sets.find('nonprod', input.id)).toMatchObject({
      state: 'waiting',
      conditions: [
        {
          message: expect.stringContaining(
            'finalizers remaining: life.example/keep',
          ),
        },
      ],
    });
    await bench.admin.edit(
      { ...settings(name), name: 'kept' },
      { metadata: { finalizers: null } },
    );
    await bench.portal.reach(input, 'ready');
    const after = await bench.admin.find(space(name));
    expect(after.metadata.uid).not.toBe(before.metadata.uid);
  });

  it('puts its labels back on its own namespace', async () => {
    const input = setOf('life-labels-dev');
    await bench.portal.put(input);
    await bench.portal.reach(input, 'ready');
    await bench.admin.edit(space('life-labels-dev'), {
      metadata: { labels: { [LABELS.tenant]: null, [LABELS.partOf]: null } },
    });
    await bench.portal.after(61);
    expect(
      (await bench.admin.find(space('life-labels-dev'))).metadata.labels,
    ).toMatchObject({ [LABELS.tenant]: 'life', [LABELS.partOf]: input.id });
  });

  it('removes what is no longer in the set, and nothing else', async () => {
    const input = setOf('life-prune-dev');
    await bench.portal.put(input);
    await bench.portal.reach(input, 'ready');
    await bench.admin.create(configMap('life-prune-dev', 'of-the-team'));
    await bench.portal.put(onlySpace('life-prune-dev'));
    const set = await bench.portal.reach(input, 'ready');
    expect(set.inventory.map(({ kind }) => kind)).toEqual(['Namespace']);
    expect(await bench.admin.find(settings('life-prune-dev'))).toBeUndefined();
    expect(await bench.admin.find(limit('life-prune-dev'))).toBeUndefined();
    expect(
      await bench.admin.find({
        ...settings('life-prune-dev'),
        name: 'of-the-team',
      }),
    ).toBeDefined();
  });

  it('deletes what it made, and tells when it is gone', async () => {
    const input = setOf('life-gone-dev');
    await bench.portal.put(input);
    await bench.portal.reach(input, 'ready');
    await bench.portal.delete(input);
    const set = await bench.portal.reach(input, 'deleted');
    expect(set).toMatchObject({
      inventory: [],
      objects: [],
      conditions: [{ status: 'False', reason: 'Deleted' }],
    });
    expect(await bench.admin.find(space('life-gone-dev'))).toBeUndefined();
  });

  it('says so when the cluster is registered no more', async () => {
    const input = setOf('life-lost-dev', { cluster: 'closed' });
    await bench.portal.put(input);
    const set = await bench.portal.reach(input, 'stalled');
    expect(set.conditions[0]).toMatchObject({
      reason: 'UnknownCluster',
      message: expect.stringContaining("no cluster 'closed' any more"),
    });
  });

  it('says so when the cluster does not take the token, which it does not repeat', async () => {
    const { nonprod } = bench.sandbox.clusters;
    bench.portal = createPortal(bench.sets, {
      nonprod: clientOf(nonprod, { token: 'wrong-token' }),
    });
    const input = setOf('life-token-dev');
    await bench.portal.put(input);
    const set = await bench.portal.reach(input, 'retrying');
    expect(set.lastError).toBe(
      "Cluster 'nonprod' does not accept the portal's token: give the cluster another one, where it is registered",
    );
    expect(JSON.stringify(set)).not.toContain('wrong-token');
  });

  it('works on one cluster while another one hangs', async () => {
    const { nonprod, prod } = bench.sandbox.clusters;
    const hanging = new Proxy(clientOf(prod), {
      get: () => () => new Promise(() => {}),
    });
    bench.portal = createPortal(bench.sets, {
      prod: hanging,
      nonprod: clientOf(nonprod),
    });
    await bench.portal.put(setOf('life-hang-prod', { cluster: 'prod' }));
    bench.portal.reconciler.wake();
    const input = setOf('life-hang-dev');
    await bench.portal.put(input);
    await eventually(20, async () => {
      bench.portal.advance(1);
      bench.portal.reconciler.wake();
      expect(await bench.sets.find('nonprod', input.id)).toMatchObject({
        observedGeneration: 1,
      });
    });
  });

  describe('while the cluster is away', () => {
    const cut = () => bench.sandbox.clusters.nonprod.stop();
    const restore = () => bench.sandbox.clusters.nonprod.start();
    const waitLong = async () => {
      for (let attempt = 0; attempt < 10; attempt += 1)
        await bench.portal.after(80);
    };
    const REASON =
      "Cluster 'nonprod' does not answer: the connection is refused";

    it('keeps what is wanted with the reason, and completes when it is back', async () => {
      const input = setOf('life-away-dev');
      await cut();
      try {
        await bench.portal.put(input);
        await waitLong();
        expect(await bench.sets.find('nonprod', input.id)).toMatchObject({
          state: 'retrying',
          attempts: 10,
          lastError: REASON,
          conditions: [{ status: 'Unknown', message: REASON }],
        });
      } finally {
        await restore();
      }
      await bench.portal.after(80);
      await bench.portal.reach(input, 'ready');
    });

    it('keeps a deletion, and what it has to delete', async () => {
      const input = setOf('life-leave-dev');
      await bench.portal.put(input);
      await bench.portal.reach(input, 'ready');
      await cut();
      try {
        await bench.portal.delete(input);
        await waitLong();
        const set = await bench.sets.find('nonprod', input.id);
        expect(set).toMatchObject({ state: 'deleting', lastError: REASON });
        expect(set!.inventory).toHaveLength(3);
      } finally {
        await restore();
      }
      await bench.portal.after(80);
      await bench.portal.reach(input, 'deleted');
      expect(await bench.admin.find(space('life-leave-dev'))).toBeUndefined();
    });
  });
});
