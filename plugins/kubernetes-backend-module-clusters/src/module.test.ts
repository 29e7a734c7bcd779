import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { ClusterConnection } from '@caas/plugin-clusters-node';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import request from 'supertest';
import { as, connectionOf, startStock } from './__testUtils__/startStock';

jest.setTimeout(180_000);

describe('the clusters of the stock Kubernetes plugin', () => {
  let sandbox: Sandbox;
  let server: Awaited<ReturnType<typeof startStock>>;
  let offered: ClusterConnection[];

  beforeAll(async () => {
    sandbox = await startSandbox({});
    offered = [connectionOf(sandbox)];
    server = await startStock(() => offered);
  });
  afterAll(() => sandbox.close());

  const clustersFor = (name: string) =>
    request(server)
      .get('/api/kubernetes/clusters')
      .set('authorization', as(name));
  const proxyFor = (name: string) =>
    request(server)
      .get('/api/kubernetes/proxy/api/v1/namespaces')
      .set('authorization', as(name))
      .set('backstage-kubernetes-cluster', 'nonprod');

  it('are those of the portal, without their tokens', async () => {
    const { body, text } = await clustersFor('chen-jing').expect(200);
    expect(body.items).toEqual([
      { name: 'nonprod', title: '非生产集群', authProvider: 'serviceAccount' },
    ]);
    expect(text).not.toContain(sandbox.clusters.nonprod.token);
  });

  it('are reached with the token of the portal, by the proxy and for a service', async () => {
    // The stock plugin imports its Kubernetes client as a module, which jest does not do: hence a process of its own.
    const { stdout } = await promisify(execFile)(process.execPath, [
      '-r',
      '@backstage/cli/config/nodeTransform.cjs',
      path.join(__dirname, '__testUtils__', 'askStock.ts'),
    ]);
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toEqual({
      'platform administrator, by the proxy': [200, true],
      'cluster administrator, by the proxy': [200, true],
      'platform administrator, for a service': [200, true],
      'developer, by the proxy': [403, false],
    });
  });

  it.each(['li-wei', 'wang-fang'])(
    'show nothing to %s of a tenant: no list, no resource, no proxy',
    async name => {
      const query = request(server)
        .post('/api/kubernetes/resources/workloads/query')
        .set('authorization', as(name))
        .send({ entityRef: 'component:default/claims', auth: {} });
      const services = request(server)
        .post('/api/kubernetes/services/claims')
        .set('authorization', as(name))
        .send({ auth: {} });
      const answers = [
        await clustersFor(name),
        await proxyFor(name),
        await query,
        await services,
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    },
  );

  it('are read by auditors, who change nothing through the proxy', async () => {
    expect((await clustersFor('liu-yang')).status).toBe(200);
    expect((await proxyFor('liu-yang')).status).toBe(403);
  });

  it('answer nobody without a sign-in', async () => {
    for (const route of ['clusters', 'proxy/api']) {
      const { status } = await request(server)
        .get(`/api/kubernetes/${route}`)
        .set('authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    }
  });

  it('change when those of the portal do', async () => {
    const before = offered;
    offered = [];
    expect((await clustersFor('chen-jing')).body.items).toEqual([]);
    offered = before;
    expect((await clustersFor('chen-jing')).body.items).toHaveLength(1);
  });
});
