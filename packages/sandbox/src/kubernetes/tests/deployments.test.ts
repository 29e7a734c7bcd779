import { until } from '@caas/backend-testing/processes';
import { ClusterBench } from './ClusterBench';
import { configMap, deployment } from './objects';

describe('Deployments', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  beforeEach(async () => {
    namespace = await bench.namespace();
  });

  const deployments = () => `/apis/apps/v1/namespaces/${namespace}/deployments`;
  const pods = () => `/api/v1/namespaces/${namespace}/pods`;

  const ready = (count: number) =>
    until(`${count} pods are ready and no other is left`, 20_000, async () => {
      const { body } = await bench.get(`${deployments()}/web`);
      const { items } = (await bench.get(pods())).body;
      return (
        (body.status?.readyReplicas ?? 0) === count && items.length === count
      );
    });

  const create = async (replicas: number) => {
    const made = await bench.post(deployments(), deployment('web', replicas));
    expect(made.status).toBe(201);
    await ready(replicas);
  };

  it('gets pods that run on a node and belong to it through a replica set', async () => {
    await create(2);
    const { status, metadata } = (await bench.get(`${deployments()}/web`)).body;
    expect(status).toMatchObject({
      observedGeneration: metadata.generation,
      replicas: 2,
      availableReplicas: 2,
      updatedReplicas: 2,
    });
    expect(status.conditions).toContainEqual(
      expect.objectContaining({ type: 'Available', status: 'True' }),
    );
    const [set] = (
      await bench.get(deployments().replace('deployments', 'replicasets'))
    ).body.items;
    expect(set.metadata.ownerReferences[0].uid).toBe(metadata.uid);
    const { items } = (await bench.get(`${pods()}?labelSelector=app%3Dweb`))
      .body;
    expect(items).toHaveLength(2);
    for (const pod of items) {
      expect(pod.metadata.ownerReferences[0].uid).toBe(set.metadata.uid);
      expect(pod.spec.nodeName).toBeTruthy();
      expect(pod.status.phase).toBe('Running');
    }
  });

  it('is rolled out as usual with an empty strategy, which kubectl writes', async () => {
    const { spec, ...rest } = deployment('web', 1);
    const { status, body } = await bench.post(deployments(), {
      ...rest,
      spec: { ...spec, strategy: {} },
    });
    expect(status).toBe(201);
    expect(body.spec.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    });
  });

  it('scales up and down', async () => {
    await create(1);
    const scale = (replicas: number) =>
      bench.send(
        'PATCH',
        `${deployments()}/web/scale`,
        { spec: { replicas } },
        { type: 'application/merge-patch+json' },
      );
    expect((await scale(3)).body).toMatchObject({
      kind: 'Scale',
      spec: { replicas: 3 },
    });
    await ready(3);
    await scale(0);
    await ready(0);
  });

  it('replaces its pods when the template changes', async () => {
    await create(1);
    const image = 'registry.example.com/life/policy:2.0.0';
    const patch = {
      spec: { template: { spec: { containers: [{ name: 'main', image }] } } },
    };
    const patched = await bench.send('PATCH', `${deployments()}/web`, patch, {
      type: 'application/strategic-merge-patch+json',
    });
    expect(patched.status).toBe(200);
    await until('the only pod runs the new image', 20_000, async () => {
      const { items } = (await bench.get(pods())).body;
      return (
        items.length === 1 &&
        items[0].spec.containers[0].image === image &&
        items[0].status.phase === 'Running'
      );
    });
  });

  it('takes its pods along when it is deleted', async () => {
    await create(2);
    await bench.send('DELETE', `${deployments()}/web`);
    await until('no pod is left', 20_000, async () => {
      const { items } = (await bench.get(pods())).body;
      return items.length === 0;
    });
    const sets = deployments().replace('deployments', 'replicasets');
    expect((await bench.get(sets)).body.items).toEqual([]);
    expect((await bench.get(`${deployments()}/web`)).status).toBe(404);
  });

  it('goes with its namespace, like everything in it', async () => {
    await create(1);
    const where = `/api/v1/namespaces/${namespace}`;
    await bench.post(`${where}/configmaps`, configMap('settings'));
    const { status } = await bench.send('DELETE', where);
    expect(status).toBe(200);
    await until('the namespace is gone', 20_000, async () => {
      return (await bench.get(where)).status === 404;
    });
    for (const list of [deployments(), pods(), `${where}/configmaps`]) {
      expect((await bench.get(list)).body.items).toEqual([]);
    }
  });
});
