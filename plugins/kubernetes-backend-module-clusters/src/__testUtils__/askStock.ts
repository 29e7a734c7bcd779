// Starts the stock plugin against a sandbox, asks it, and writes as its last line what came of it.
import { ClusterAdmin, startSandbox } from '@caas/sandbox';
import request from 'supertest';
import { as, connectionOf, startStock } from './startStock';

async function ask() {
  const sandbox = await startSandbox({});
  const labels = { 'backstage.io/kubernetes-id': 'claims' };
  await new ClusterAdmin(sandbox.clusters.nonprod).create({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'claims', namespace: 'default', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'claims', image: 'claims:1' }] },
      },
    },
  });
  const server = await startStock(() => [connectionOf(sandbox)]);
  const proxy = async (name: string) => {
    const { status, body } = await request(server)
      .get('/api/kubernetes/proxy/api/v1/namespaces')
      .set('authorization', as(name))
      .set('backstage-kubernetes-cluster', 'nonprod');
    return [status, body.items?.length > 0];
  };
  const service = async (name: string) => {
    const { status, body } = await request(server)
      .post('/api/kubernetes/resources/workloads/query')
      .set('authorization', as(name))
      .send({ entityRef: 'component:default/claims', auth: {} });
    const [found] = body.items ?? [];
    const hasDeployments = found?.resources.some(
      ({ type, resources }: { type: string; resources: unknown[] }) =>
        type === 'deployments' && resources.length === 1,
    );
    return [status, found?.cluster.name === 'nonprod' && hasDeployments];
  };
  const answers = {
    'platform administrator, by the proxy': await proxy('chen-jing'),
    'cluster administrator, by the proxy': await proxy('sun-li'),
    'platform administrator, for a service': await service('chen-jing'),
    'developer, by the proxy': await proxy('li-wei'),
  };
  process.stdout.write(`\n${JSON.stringify(answers)}\n`);
}

ask().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
