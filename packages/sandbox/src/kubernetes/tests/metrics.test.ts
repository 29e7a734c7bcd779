import { until } from '@caas/backend-testing/processes';
import { failure, namesOf } from '../../conformance/answers';
import { ClusterBench } from './ClusterBench';
import { pod } from './objects';

describe('Metrics', () => {
  const root = '/apis/metrics.k8s.io/v1beta1';
  const bench = ClusterBench.forTests();
  let namespace: string;
  beforeAll(async () => {
    namespace = await bench.namespace();
    const pods = `/api/v1/namespaces/${namespace}/pods`;
    for (const name of ['a', 'b']) {
      await bench.post(pods, pod(name, { labels: { app: name } }));
    }
    await bench.post(pods, pod('c', { image: 'life/policy:missing' }));
    await until('two pods run', 20_000, async () => {
      const { items } = (await bench.get(pods)).body;
      return (
        items.filter(
          ({ status }: { status: { phase: string } }) =>
            status.phase === 'Running',
        ).length === 2
      );
    });
  });

  it('are listed among what the cluster offers, for reading', async () => {
    const { body } = await bench.get(root);
    expect(body.resources).toEqual([
      expect.objectContaining({ name: 'nodes', verbs: ['get', 'list'] }),
      expect.objectContaining({ name: 'pods', verbs: ['get', 'list'] }),
    ]);
  });

  it('are there of the pods that run, and of those that a selector selects', async () => {
    const where = `${root}/namespaces/${namespace}/pods`;
    const all = await bench.get(where);
    expect(all.body.kind).toBe('PodMetricsList');
    expect(namesOf(all)).toEqual(['a', 'b']);
    expect(all.body.items[0]).toMatchObject({
      metadata: { namespace, labels: { app: 'a' } },
      window: '15s',
      containers: [
        {
          name: 'main',
          usage: {
            cpu: expect.stringMatching(/^\d+n$/),
            memory: expect.stringMatching(/^\d+Ki$/),
          },
        },
      ],
    });
    expect(namesOf(await bench.get(`${where}?labelSelector=app%3Db`))).toEqual([
      'b',
    ]);
    const one = await bench.get(`${where}/a`);
    expect(one.body).toMatchObject({
      kind: 'PodMetrics',
      metadata: { name: 'a' },
    });
    expect(failure(await bench.get(`${where}/c`))).toEqual([
      404,
      'NotFound',
      'pods.metrics.k8s.io "c" not found',
    ]);
  });

  it('of a node are more than those of its pods', async () => {
    const number = (text: string) => Number(/^\d+/.exec(text)?.[0]);
    const node = (await bench.get(`/api/v1/namespaces/${namespace}/pods/a`))
      .body.spec.nodeName;
    const { usage } = (await bench.get(`${root}/nodes/${node}`)).body;
    const { containers } = (
      await bench.get(`${root}/namespaces/${namespace}/pods/a`)
    ).body;
    expect(number(usage.cpu)).toBeGreaterThan(number(containers[0].usage.cpu));
    expect((await bench.get(`${root}/nodes`)).body.items).toHaveLength(6);
  });

  it('can neither be written nor watched', async () => {
    const answers = [
      await bench.delete(`${root}/nodes/nonprod-general-1`),
      await bench.post(`${root}/namespaces/${namespace}/pods`, pod('x')),
      await bench.get(`${root}/nodes?watch=1`),
    ];
    for (const answer of answers) expect(failure(answer)[0]).toBe(405);
  });

  it('need a role, which viewers have', async () => {
    const core = `/api/v1/namespaces/${namespace}`;
    const account = {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'viewer' },
    };
    await bench.post(`${core}/serviceaccounts`, account);
    const { body } = await bench.post(
      `${core}/serviceaccounts/viewer/token`,
      {},
    );
    const ask = () =>
      bench.get(`${root}/namespaces/${namespace}/pods`, {
        token: body.status.token,
      });
    expect(failure(await ask())[2]).toContain(
      'cannot list resource "pods" in API group "metrics.k8s.io"',
    );
    const RBAC = 'rbac.authorization.k8s.io';
    await bench.post(`/apis/${RBAC}/v1/namespaces/${namespace}/rolebindings`, {
      metadata: { name: 'viewer' },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name: 'viewer', namespace }],
    });
    expect((await ask()).status).toBe(200);
  });
});
