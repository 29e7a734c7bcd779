import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import { createStore, namespace, NOW } from '../__testUtils__/applySets';
import { withFailpoints } from '../__testUtils__/failpoints';
import { workload } from '../__testUtils__/people';
import { definitionOf } from '../__testUtils__/portal';
import { DefaultKubernetesActions } from '../clients/DefaultKubernetesActions';
import { ClusterUnavailableError } from '../clients/KubernetesClient';
import type { KubernetesActions } from '../clients/KubernetesActions';
import { podsOn } from '../clients/podsOn';
import { DatabaseNodeDrainStore } from '../database/DatabaseNodeDrainStore';
import type { NodeDrainStore } from '../database/NodeDrainStore';
import { NodeDrainReconciler } from './NodeDrainReconciler';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const NODE = 'nonprod-general-1';
const OTHER = 'nonprod-general-2';
const SPACE = 'life-drain-dev';

jest.setTimeout(120_000);

describe('the worker that empties nodes', () => {
  let sandbox: Sandbox;
  let admin: ClusterAdmin;
  let actions: KubernetesActions;
  let drains: DatabaseNodeDrainStore;
  let now: Date;
  const logger = mockServices.logger.mock();

  const setSchedulable = (name: string, isOpen: boolean) =>
    admin.edit(
      { kind: 'Node', name },
      { spec: { unschedulable: isOpen ? null : true } },
    );
  const workerOver = (store: NodeDrainStore, over: KubernetesActions) =>
    NodeDrainReconciler.create({
      drains: store,
      actionsOf: cluster => (cluster === 'nonprod' ? over : undefined),
      clock: { now: () => now },
      logger,
    });
  const pass = async (seconds = 2) => {
    now = new Date(now.getTime() + seconds * 1000);
    await workerOver(drains, actions).run();
  };
  const start = (id: string, options: object = {}, cluster = 'nonprod') =>
    drains.start({
      id,
      cluster,
      node: NODE,
      options: {
        deleteEmptyDirData: false,
        force: false,
        timeoutSeconds: 600,
        ...options,
      },
      reason: 'kernel update',
      requestedBy: 'user:default/chen-jing',
      now,
    });
  const drainOf = async (id: string) => (await drains.find('nonprod', id))!;
  const reach = (id: string, state: string) =>
    eventually(20, async () => {
      await pass();
      const drain = await drainOf(id);
      expect(drain).toMatchObject({ state });
      return drain;
    });
  const claimsOn = async (node: string) =>
    (await podsOn(actions, node)).filter(
      ({ metadata }) => metadata.namespace === SPACE,
    );
  /** The node is open, and the only one; both pods of `claims` run on it. */
  const fill = async () => {
    await setSchedulable(NODE, true);
    await eventually(20, async () => {
      const pods = await claimsOn(NODE);
      expect(pods.map(({ status }) => status?.phase)).toEqual([
        'Running',
        'Running',
      ]);
    });
  };

  beforeAll(async () => {
    sandbox = await startSandbox({});
    const { nonprod } = sandbox.clusters;
    admin = new ClusterAdmin(nonprod);
    actions = DefaultKubernetesActions.create({
      definition: definitionOf(nonprod),
    });
    await setSchedulable(OTHER, false);
    await admin.create(namespace(SPACE));
    await admin.create(workload(SPACE, 'Deployment', 2));
  });
  afterAll(() => sandbox.close());
  beforeEach(async () => {
    now = NOW;
    const { knex } = await createStore(databases, 'SQLITE_3');
    drains = DatabaseNodeDrainStore.create({ knex });
    await fill();
  });

  it('closes the node, lets pods go, and keeps what became of each', async () => {
    await start('a');
    await pass(0);
    const { spec } = await admin.find({ kind: 'Node', name: NODE });
    expect(spec.unschedulable).toBe(true);
    const done = await reach('a', 'done');
    const claims = done.pods.filter(pod => pod.namespace === SPACE);
    expect(claims.map(({ state }) => state)).toEqual(['gone', 'gone']);
    expect(done.finishedAt).toEqual(now);
    expect(await claimsOn(NODE)).toEqual([]);
  });

  it('waits for a disruption budget, and says for which', async () => {
    const budget = {
      kind: 'PodDisruptionBudget',
      namespace: SPACE,
      name: 'claims-budget',
    };
    await admin.create({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'claims-budget', namespace: SPACE },
      spec: { minAvailable: 2, selector: { matchLabels: { app: 'claims' } } },
    });
    await eventually(20, async () =>
      expect((await admin.find(budget)).status?.currentHealthy).toBe(2),
    );
    await start('a');
    await eventually(20, async () => {
      await pass();
      const { pods, state, message } = await drainOf('a');
      const blocked = pods.filter(pod => pod.namespace === SPACE);
      expect(state).toBe('draining');
      expect(blocked.map(pod => pod.state)).toEqual(['blocked', 'blocked']);
      expect(blocked[0].message).toContain(
        'The disruption budget claims-budget needs 2 healthy pods and has 2 currently',
      );
      expect(message.en).toContain('2 wait for a disruption budget');
      expect(message['zh-CN']).toContain('2 个在等待中断预算');
    });
    expect(await claimsOn(NODE)).toHaveLength(2);
    await admin.delete(budget);
    await reach('a', 'done');
  });

  it('gives up in time, says how far it came, and leaves the node closed', async () => {
    await admin.create({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'claims-budget', namespace: SPACE },
      spec: { minAvailable: 2, selector: { matchLabels: { app: 'claims' } } },
    });
    await start('a', { timeoutSeconds: 60 });
    await pass();
    await pass(61);
    const { state, message } = await drainOf('a');
    expect([state, message.en]).toEqual([
      'failed',
      expect.stringContaining('Not done in time'),
    ]);
    await admin.delete({
      kind: 'PodDisruptionBudget',
      namespace: SPACE,
      name: 'claims-budget',
    });
  });

  it('lets no pod go that nobody would create again, unless that is allowed', async () => {
    await admin.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'by-hand', namespace: SPACE },
      spec: {
        nodeName: NODE,
        containers: [{ name: 'x', image: 'harbor.local/life/claims:1.0.0' }],
      },
    });
    await start('a');
    await pass();
    expect(await drainOf('a')).toMatchObject({
      state: 'failed',
      message: {
        en: expect.stringContaining(`nobody would create '${SPACE}/by-hand'`),
      },
    });
    expect(await claimsOn(NODE)).toHaveLength(3);
    await start('b', { force: true });
    await reach('b', 'done');
  });

  it('stops when somebody cancels, and opens the node when that is wanted', async () => {
    const by = { actor: 'user:default/liu-yang', now };
    await start('a');
    await drains.cancel({ cluster: 'nonprod', id: 'a', uncordon: true }, by);
    await pass(0);
    expect(await drainOf('a')).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'user:default/liu-yang',
    });
    expect(await claimsOn(NODE)).toHaveLength(2);
    const { spec } = await admin.find({ kind: 'Node', name: NODE });
    expect(spec.unschedulable).toBeUndefined();
  });

  it('asks no further pod to go once somebody has cancelled', async () => {
    await start('a');
    let evictions = 0;
    const watched: KubernetesActions = {
      openLog: () => Promise.reject(new Error('not asked')),
      send: async request => {
        const answer = await actions.send(request);
        if (request.path.endsWith('/eviction')) {
          evictions += 1;
          await drains.cancel(
            { cluster: 'nonprod', id: 'a', uncordon: false },
            { actor: 'user:default/chen-jing', now },
          );
        }
        return answer;
      },
    };
    await workerOver(drains, watched).run();
    expect(evictions).toBe(1);
    expect(await drainOf('a')).toMatchObject({ state: 'cancelled' });
  });

  it('waits with growing pauses for a cluster that does not answer', async () => {
    await start('a');
    const down: KubernetesActions = {
      openLog: () => Promise.reject(new Error('not asked')),
      send: async () => {
        throw new ClusterUnavailableError("Cluster 'nonprod' does not answer");
      },
    };
    await workerOver(drains, down).run();
    expect(await drainOf('a')).toMatchObject({
      state: 'draining',
      attempts: 1,
      lastError: "Cluster 'nonprod' does not answer",
    });
    await reach('a', 'done');
  });

  it('ends a drain of a cluster or node that is gone', async () => {
    await start('a', {}, 'sold');
    await pass();
    expect(await drains.find('sold', 'a')).toMatchObject({
      state: 'failed',
      message: {
        en: expect.stringContaining("does not know the cluster 'sold'"),
      },
    });
  });

  it('goes on after a kill at any point, and lets each pod go once', async () => {
    let kills = 0;
    for (let at = 1; ; at += 1) {
      await fill();
      const before = (await claimsOn(NODE)).map(({ metadata }) => metadata.uid);
      await start(`k${at}`);
      const point = { at, passed: 0 };
      const doomed = workerOver(
        withFailpoints(drains, point),
        withFailpoints(actions, point),
      );
      await doomed.run().catch(error => {
        if (error.name !== 'Killed') throw error;
      });
      now = new Date(now.getTime() + 31_000);
      const done = await reach(`k${at}`, 'done');
      const claims = done.pods.filter(pod => pod.namespace === SPACE);
      // Pods that were gone before anybody wrote down that they were there are not missed.
      for (const pod of claims) {
        expect(before).toContain(pod.uid);
        expect(pod.state).toBe('gone');
      }
      expect(await claimsOn(NODE)).toEqual([]);
      if (point.passed < at) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(15);
  });
});
