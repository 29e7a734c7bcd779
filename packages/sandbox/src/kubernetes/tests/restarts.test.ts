import { until } from '@caas/backend-testing/processes';
import { ClusterBench } from './ClusterBench';
import { deployment } from './objects';

jest.setTimeout(60_000);

describe('Controllers that are stopped in the middle', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  beforeAll(async () => {
    namespace = await bench.namespace();
  });
  const pods = async (labels: string) => {
    const { body } = await bench.get(
      `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(labels)}`,
    );
    return body.items as { status: { phase: string } }[];
  };

  it('go on with a rollout, and leave neither too many pods nor too few', async () => {
    const where = `/apis/apps/v1/namespaces/${namespace}/deployments`;
    await bench.post(where, deployment('web', 6));
    await bench.restart();
    await bench.patch(`${where}/web`, 'strategic', {
      spec: { template: { metadata: { annotations: { turn: '2' } } } },
    });
    await bench.restart();
    await until('the rollout is done', 30_000, async () => {
      const { status } = (await bench.get(`${where}/web`)).body;
      return (
        status?.observedGeneration === 2 &&
        status.updatedReplicas === 6 &&
        status.availableReplicas === 6 &&
        status.replicas === 6
      );
    });
    expect(await pods('app=web')).toHaveLength(6);
    const { body } = await bench.get(
      where.replace('deployments', 'replicasets'),
    );
    expect(body.items).toHaveLength(2);
  });

  it('count each pod of a Job once', async () => {
    const where = `/apis/batch/v1/namespaces/${namespace}/jobs`;
    const { template } = deployment('any', 1).spec;
    await bench.post(where, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'many' },
      spec: {
        completions: 6,
        parallelism: 3,
        template: { spec: { ...template.spec, restartPolicy: 'Never' } },
      },
    });
    await until('some are done', 30_000, async () => {
      const { body } = await bench.get(`${where}/many`);
      return (body.status?.succeeded ?? 0) > 0;
    });
    await bench.restart();
    await until('all are done', 30_000, async () => {
      const { body } = await bench.get(`${where}/many`);
      return body.status?.completionTime !== undefined;
    });
    const { body } = await bench.get(`${where}/many`);
    expect(body.status.succeeded).toBe(6);
    expect(await pods('job-name=many')).toHaveLength(6);
  });
});
