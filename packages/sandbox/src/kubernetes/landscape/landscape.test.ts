import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '@caas/backend-testing/processes';
import { parseAllDocuments } from 'yaml';
import { startSandbox, type Sandbox } from '../../startSandbox';
import { ApiClient } from '../tests/ApiClient';
import { LANDSCAPES } from './landscape';

jest.setTimeout(120_000);

const SYSTEMS = path.resolve(__dirname, '../../../../../catalog/systems');

/** Names of the services of the catalog. */
function catalogServices(): string[] {
  return readdirSync(SYSTEMS)
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file =>
      parseAllDocuments(readFileSync(path.join(SYSTEMS, file), 'utf8')),
    )
    .map(document => document.toJS())
    .filter(entity => entity?.kind === 'Component')
    .map(entity => entity.metadata.name);
}

type Pod = {
  metadata: { namespace: string; labels: Record<string, string> };
  status: {
    phase: string;
    containerStatuses?: { state: { waiting?: { reason: string } } }[];
  };
};

describe('The landscape', () => {
  let sandbox: Sandbox;
  let aheadMs = 0;
  beforeAll(async () => {
    const now = () => new Date(Date.now() + aheadMs);
    sandbox = await startSandbox({ ports: 0, landscape: true, now });
  });
  afterAll(() => sandbox.close());

  const podsOf = async (name: 'nonprod' | 'prod'): Promise<Pod[]> => {
    const client = new ApiClient(() => sandbox.clusters[name]);
    const selector = 'labelSelector=backstage.io%2Fkubernetes-id';
    return (await client.get(`/api/v1/pods?${selector}`)).body.items;
  };
  const stateOf = ({ status }: Pod) =>
    status.containerStatuses?.[0].state.waiting?.reason ?? status.phase;

  it('has every service of the catalog, and no other', () => {
    const services = LANDSCAPES.flatMap(each => each.services);
    const names = services.map(({ name }) => name).sort();
    expect(names).toEqual(catalogServices().sort());
  });

  it('runs in production with what keeps it up', async () => {
    const pods = await until('all of production runs', 60_000, async () => {
      const all = await podsOf('prod');
      return (
        all.length > 0 && all.every(pod => stateOf(pod) === 'Running') && all
      );
    });
    const counted = pods.filter(
      ({ metadata }) =>
        metadata.labels['backstage.io/kubernetes-id'] === 'fraud-service',
    );
    expect(counted).toHaveLength(2);
    const client = new ApiClient(() => sandbox.clusters.prod);
    const budgets = await client.get('/apis/policy/v1/poddisruptionbudgets');
    expect(budgets.body.items.length).toBeGreaterThan(5);
    expect(
      sandbox.clusters.prod.listNamespaces({ 'caas.io/environment': 'prod' }),
    ).toEqual([
      'life-customer-channel-prod',
      'life-policy-core-prod',
      'property-claims-prod',
      'property-motor-prod',
    ]);
  });

  it('has one service whose image is missing and one that crashes, in the test environment', async () => {
    // What crashes does so after a while.
    aheadMs = 30_000;
    const troubled = await until('both are in trouble', 60_000, async () => {
      const pods = (await podsOf('nonprod')).filter(
        pod => stateOf(pod) !== 'Running',
      );
      const states = pods.map(stateOf).sort();
      return states.join() === 'CrashLoopBackOff,ImagePullBackOff' && pods;
    });
    expect(troubled.map(({ metadata }) => metadata.namespace).sort()).toEqual([
      'life-policy-core-test',
      'property-motor-test',
    ]);
  });

  it('is left out unless it is asked for', async () => {
    const empty = await startSandbox({ ports: 0 });
    const { nonprod, prod } = empty.clusters;
    const namespaces = [...nonprod.listNamespaces(), ...prod.listNamespaces()];
    await empty.close();
    expect([...new Set(namespaces)].sort()).toEqual([
      'default',
      'kube-public',
      'kube-system',
    ]);
  });
});
