import { until } from '@caas/backend-testing/processes';
import { ClusterBench } from './ClusterBench';
import { deployment, pod, quota } from './objects';

describe('Quotas of a namespace', () => {
  const bench = ClusterBench.forTests();

  /** The address of a new namespace under a quota. */
  async function limited(hard: Record<string, string>): Promise<string> {
    const where = `/api/v1/namespaces/${await bench.namespace()}`;
    const made = await bench.post(
      `${where}/resourcequotas`,
      quota('limit', hard),
    );
    expect(made.status).toBe(201);
    return where;
  }

  const used = (where: string, expected: Record<string, string>) =>
    until(`the quota shows ${JSON.stringify(expected)}`, 20_000, async () => {
      const { body } = await bench.get(`${where}/resourcequotas/limit`);
      return Object.entries(expected).every(
        ([resource, quantity]) => body.status?.used?.[resource] === quantity,
      );
    });

  it('lets pods in up to the limit, and says about the next what is asked, used and limited', async () => {
    const where = await limited({ 'requests.cpu': '1', pods: '5' });
    const add = (name: string, cpu: string) =>
      bench.post(`${where}/pods`, pod(name, { requests: { cpu } }));
    expect((await add('a', '600m')).status).toBe(201);
    expect((await add('b', '0.4')).status).toBe(201);
    await used(where, { 'requests.cpu': '1', pods: '2' });

    const { status, body } = await add('c', '1m');
    expect({ status, body }).toEqual({
      status: 403,
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message:
          'pods "c" is forbidden: exceeded quota: limit, requested: requests.cpu=1m, used: requests.cpu=1, limited: requests.cpu=1',
        reason: 'Forbidden',
        details: { name: 'c', kind: 'pods' },
        code: 403,
      },
    });
  });

  it('gives back what a deleted pod used', async () => {
    const where = await limited({ 'requests.memory': '1Gi' });
    const add = (name: string, memory: string) =>
      bench.post(`${where}/pods`, pod(name, { requests: { memory } }));
    expect((await add('a', '1Gi')).status).toBe(201);
    expect((await add('b', '1Mi')).status).toBe(403);
    await bench.send('DELETE', `${where}/pods/a?gracePeriodSeconds=0`);
    await used(where, { 'requests.memory': '0' });
    expect((await add('b', '1024Mi')).status).toBe(201);
  });

  it('lets a limit range say it for the pod', async () => {
    const where = await limited({ 'requests.cpu': '1', 'limits.cpu': '2' });
    const limits = [
      {
        type: 'Container',
        default: { cpu: '1' },
        defaultRequest: { cpu: '250m' },
      },
    ];
    await bench.post(`${where}/limitranges`, {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'defaults' },
      spec: { limits },
    });
    const { status, body } = await bench.post(`${where}/pods`, pod('a'));
    expect(status).toBe(201);
    expect(body.spec.containers[0].resources).toEqual({
      limits: { cpu: '1' },
      requests: { cpu: '250m' },
    });
    await used(where, { 'requests.cpu': '250m', 'limits.cpu': '1' });
  });

  it('never lets creates at once overdraw', async () => {
    const where = await limited({ 'requests.cpu': '1' });
    const names = Array.from({ length: 10 }, (_, index) => `p${index}`);
    const answers = await Promise.all(
      names.map(name =>
        bench.post(`${where}/pods`, pod(name, { requests: { cpu: '300m' } })),
      ),
    );
    const count = (code: number) =>
      answers.filter(({ status }) => status === code).length;
    expect({ made: count(201), refused: count(403) }).toEqual({
      made: 3,
      refused: 7,
    });
    await used(where, { 'requests.cpu': '900m' });
  });

  it('leaves a deployment above the quota without pods, and says why', async () => {
    const where = await limited({ 'requests.cpu': '1' });
    const name = where.split('/').pop();
    const deployments = `/apis/apps/v1/namespaces/${name}/deployments`;
    await bench.post(deployments, deployment('big', 1, { cpu: '2' }));
    const failure = await until('the deployment says why', 20_000, async () => {
      const { body } = await bench.get(`${deployments}/big`);
      return body.status?.conditions?.find(
        ({ type }: { type: string }) => type === 'ReplicaFailure',
      );
    });
    expect(failure).toMatchObject({ status: 'True', reason: 'FailedCreate' });
    expect(failure.message).toContain(
      'exceeded quota: limit, requested: requests.cpu=2, used: requests.cpu=0, limited: requests.cpu=1',
    );
    expect((await bench.get(`${where}/pods`)).body.items).toEqual([]);
  });
});
