import { TestDatabases } from '@backstage/backend-test-utils';
import type { DesiredObject } from '@caas/plugin-clusters-common';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import {
  createStore,
  later,
  namespace,
  NOW,
  quota,
  setOf,
} from '../__testUtils__/applySets';
import { Gate } from '../__testUtils__/Gate';
import { clientOf, createPortal } from '../__testUtils__/portal';
import type {
  ApplyOptions,
  KubernetesClient,
} from '../clients/KubernetesClient';

/** A worker is in the middle of a slow call while others change the set, take over its row, or stop the backend. */
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

jest.setTimeout(30_000);

describe.each(databases.eachSupportedId())('workers on %s', databaseId => {
  let sandbox: Sandbox;
  let admin: ClusterAdmin;
  beforeAll(async () => {
    sandbox = await startSandbox({});
    admin = new ClusterAdmin(sandbox.clusters.nonprod);
  });
  afterAll(() => sandbox.close());

  /** A worker that waits at a gate before it applies a kind. */
  const start = async (kind: string) => {
    const { sets } = await createStore(databases, databaseId);
    const client = clientOf(sandbox.clusters.nonprod);
    const gate = new Gate();
    const slow: KubernetesClient = Object.assign(Object.create(client), {
      apply: async (object: DesiredObject, options: ApplyOptions) => {
        if (object.kind === kind) await gate.pass();
        return client.apply(object, options);
      },
    });
    return {
      sets,
      gate,
      slow: createPortal(sets, { nonprod: slow }),
      createOther: (seconds: number) =>
        createPortal(sets, { nonprod: client }, later(seconds)),
    };
  };
  const find = (kind: string, namespaceName: string, name: string) =>
    admin.find({ kind, namespace: namespaceName, name });
  const nameFor = (what: string) =>
    `life-${what}-${databaseId.toLowerCase().replace('_', '-')}`;

  it('take turns when the owner drops an object that is just being created', async () => {
    const name = nameFor('dropped');
    const { sets, gate, slow, createOther } = await start('ConfigMap');
    const other = createOther(1);
    const input = setOf(name);
    await slow.put(input);
    const attempt = slow.after(0);
    await gate.reached;

    await other.put({
      ...input,
      generation: 2,
      objects: [namespace(name), quota(name)],
    });
    await other.after(1);
    expect(await sets.find('nonprod', input.id)).toMatchObject({
      generation: 2,
      observedGeneration: 0,
    });
    gate.open();
    await attempt;
    const set = await other.reach(input, 'ready');
    expect(set.inventory).toHaveLength(2);
    expect(await find('ConfigMap', name, 'settings')).toBeUndefined();
  });

  it('take turns when the owner deletes a set that is just being created', async () => {
    const name = nameFor('deleted');
    const { gate, slow, createOther } = await start('Namespace');
    const other = createOther(1);
    const input = setOf(name);
    await slow.put(input);
    const attempt = slow.after(0);
    await gate.reached;
    await other.delete(input);
    await other.after(1);
    gate.open();
    await attempt;
    await other.reach(input, 'deleted');
    expect(await admin.find({ kind: 'Namespace', name })).toBeUndefined();
  });

  it('keep the lease for as long as they go on', async () => {
    const { sets, gate, slow, createOther } = await start('ResourceQuota');
    const input = setOf(nameFor('renewed'));
    await slow.put(input);
    const attempt = slow.after(0);
    await gate.reached;
    slow.advance(20);
    gate.open();
    await attempt;
    // The lease of the claim ended at 16 s; the next step moved that.
    await createOther(31).after(0);
    expect(await sets.find('nonprod', input.id)).toMatchObject({
      state: expect.stringMatching(/waiting|ready/),
    });
  });

  it('stop before the next step when somebody took the row over', async () => {
    const name = nameFor('taken');
    const { gate, slow, createOther } = await start('ResourceQuota');
    const input = setOf(name);
    await slow.put(input);
    const attempt = slow.after(0);
    await gate.reached;
    slow.advance(40);
    const other = createOther(40);
    await other.delete(input);
    await other.reach(input, 'deleted');
    gate.open();
    await attempt;
    expect(await find('ConfigMap', name, 'settings')).toBeUndefined();
    expect(await admin.find({ kind: 'Namespace', name })).toBeUndefined();
  });

  it('stop before the next step when the backend stops, and another goes on', async () => {
    const name = nameFor('stopped');
    const { gate, slow, createOther } = await start('ResourceQuota');
    const input = setOf(name);
    await slow.put(input);
    const attempt = slow.after(0);
    await gate.reached;
    slow.reconciler.stop();
    gate.open();
    await attempt;
    expect(await find('ConfigMap', name, 'settings')).toBeUndefined();
    await slow.after(100);
    expect(await find('ConfigMap', name, 'settings')).toBeUndefined();
    await createOther(31).reach(input, 'ready');
  });

  it('share what is due: two at once bring every set up, each once', async () => {
    const { sets, createOther } = await start('none');
    const inputs = Array.from({ length: 12 }, (_, index) =>
      setOf(`${nameFor('shared')}-${index}`),
    );
    for (const input of inputs) {
      await sets.put(input, { actor: 'plugin:tenancy', now: NOW });
    }
    const workers = [createOther(0), createOther(0)];
    await Promise.all(workers.map(worker => worker.after(0)));
    for (const input of inputs) await workers[0].reach(input, 'ready');
    const names = inputs.map(({ objects }) => objects[0].metadata.name);
    expect(sandbox.clusters.nonprod.listNamespaces()).toEqual(
      expect.arrayContaining(names),
    );
  });
});
