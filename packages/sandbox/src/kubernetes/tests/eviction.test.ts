import { until } from '@caas/backend-testing/processes';
import { failure } from '../../conformance/answers';
import { ClusterBench } from './ClusterBench';
import { deployment } from './objects';

jest.setTimeout(40_000);

describe('Evictions', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  beforeEach(async () => {
    namespace = await bench.namespace();
  });

  const pods = () => `/api/v1/namespaces/${namespace}/pods`;
  const budgets = () =>
    `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`;
  const budgetHas = (wanted: Record<string, number>) =>
    until(`the budget counts ${JSON.stringify(wanted)}`, 20_000, async () => {
      const { status } = (await bench.get(`${budgets()}/web`)).body;
      const isSo = Object.entries(wanted).every(
        ([field, value]) => status[field] === value,
      );
      return isSo && status;
    });
  const start = async (replicas: number, spec: object) => {
    const where = `/apis/apps/v1/namespaces/${namespace}/deployments`;
    await bench.post(where, deployment('web', replicas));
    await bench.post(budgets(), {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web' },
      spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
    });
    await budgetHas({ currentHealthy: replicas });
    const { items } = (await bench.get(pods())).body;
    return items.map(
      (each: { metadata: { name: string } }) => each.metadata.name,
    );
  };
  const evict = (name: string) =>
    bench.post(`${pods()}/${name}/eviction`, {
      apiVersion: 'policy/v1',
      kind: 'Eviction',
      metadata: { name, namespace },
    });

  it('take one pod after the other, as the budget allows', async () => {
    const names = await start(3, { minAvailable: 2 });
    expect(
      await budgetHas({
        expectedPods: 3,
        desiredHealthy: 2,
        disruptionsAllowed: 1,
      }),
    ).toMatchObject({
      conditions: [{ type: 'DisruptionAllowed', status: 'True' }],
    });
    // Both at once: only one of them may have what is left.
    const answers = await Promise.all([evict(names[0]), evict(names[1])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(failure(refused!)).toEqual([
      429,
      'TooManyRequests',
      "Cannot evict pod as it would violate the pod's disruption budget.",
    ]);
    // Its pod is made again, and then the next may go.
    await budgetHas({ currentHealthy: 3, disruptionsAllowed: 1 });
    const again = names.find(
      (_: string, index: number) => answers[index]?.status !== 201,
    );
    expect((await evict(again)).status).toBe(201);
  });

  it('count parts of what the owners want', async () => {
    await start(4, { maxUnavailable: '26%' });
    expect(await budgetHas({ disruptionsAllowed: 2 })).toMatchObject({
      expectedPods: 4,
      desiredHealthy: 2,
    });
  });

  it('spare a pod for which nothing is left', async () => {
    const [name] = await start(1, { minAvailable: '100%' });
    const { body } = await evict(name);
    expect(body.details.causes).toEqual([
      {
        reason: 'DisruptionBudget',
        message:
          'The disruption budget web needs 1 healthy pods and has 1 currently',
      },
    ]);
    expect((await bench.get(`${pods()}/${name}`)).status).toBe(200);
  });
});
