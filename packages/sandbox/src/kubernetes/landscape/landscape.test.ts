import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '@caas/backend-testing/processes';
import { parseAllDocuments } from 'yaml';
import { startSandbox, type Sandbox } from '../../startSandbox';
import { ApiClient } from '../tests/ApiClient';
import { LANDSCAPES } from './landscape';

jest.setTimeout(120_000);

const SYSTEMS = path.resolve(__dirname, '../../../../../catalog/systems');

type Entity = {
  kind: string;
  metadata: { name: string };
  spec: { type: string };
};

function catalogEntities(): Entity[] {
  return readdirSync(SYSTEMS)
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file =>
      parseAllDocuments(readFileSync(path.join(SYSTEMS, file), 'utf8')),
    )
    .map(document => document.toJS())
    .filter(Boolean);
}

const namesOf = (wanted: (entity: Entity) => boolean): string[] =>
  catalogEntities()
    .filter(wanted)
    .map(entity => entity.metadata.name)
    .sort();

type Pod = {
  metadata: { namespace: string; labels: Record<string, string> };
  spec: { nodeName?: string };
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

  it('has every service and cache of the catalog, and no other', () => {
    const services = LANDSCAPES.flatMap(each => each.services);
    const names = services.map(({ name }) => name).sort();
    expect(names).toEqual(namesOf(({ kind }) => kind === 'Component'));
    const caches = LANDSCAPES.flatMap(each => each.caches ?? []).sort();
    expect(caches).toEqual(
      namesOf(({ kind, spec }) => kind === 'Resource' && spec.type === 'cache'),
    );
  });

  it('runs in production with what keeps it up', async () => {
    const pods = await until('all of production runs', 60_000, async () => {
      const all = await podsOf('prod');
      return (
        all.length > 0 &&
        all.every(pod => ['Running', 'Succeeded'].includes(stateOf(pod))) &&
        all
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
        pod => !['Running', 'Succeeded'].includes(stateOf(pod)),
      );
      const states = pods.map(stateOf).sort();
      return states.join() === 'CrashLoopBackOff,ImagePullBackOff' && pods;
    });
    expect(troubled.map(({ metadata }) => metadata.namespace).sort()).toEqual([
      'life-policy-core-test',
      'property-motor-test',
    ]);
  });

  it('uses every partition, and volumes for what it keeps', async () => {
    const pods = await podsOf('prod');
    const partitionOf = (id: string) =>
      pods
        .filter(
          ({ metadata }) =>
            metadata.labels['backstage.io/kubernetes-id'] === id,
        )
        .map(({ spec }) => /^prod-(\w+)-/.exec(spec.nodeName ?? '')?.[1]);
    expect(new Set(partitionOf('app-gateway'))).toEqual(new Set(['dmz']));
    expect(new Set(partitionOf('session-cache'))).toEqual(
      new Set(['database']),
    );
    const client = new ApiClient(() => sandbox.clusters.prod);
    const claims = await client.get('/api/v1/persistentvolumeclaims');
    expect(
      claims.body.items.map(
        (claim: { status: { phase: string } }) => claim.status.phase,
      ),
    ).toEqual(['Bound', 'Bound', 'Bound', 'Bound']);
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
