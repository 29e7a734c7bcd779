import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import type { RowAccess } from '@caas/contract-node';
import { connectDatabase } from '@caas/database-node';
import { LABELS } from '@caas/plugin-clusters-common';
import type { KubernetesClient } from '../clients/KubernetesClient';
import type { ClusterDefinition } from '../config/readClusters';
import { DatabaseUsageStore } from '../database/DatabaseUsageStore';
import type { LiveObject } from '../domain/LiveObject';
import { ClusterRegistry } from '../views/ClusterRegistry';
import { ClusterView } from '../views/ClusterView';
import { createViews } from './views';
import { usageViews } from './views/usage';
import { UsageRecorder } from './UsageRecorder';

const GIB = 2 ** 30;
const EVERYTHING = { allows: () => true } as never;
const ONLY = (tenant: string): RowAccess =>
  ({
    allows: (scope: { tenant?: string }) => scope.tenant === tenant,
  }) as never;
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const page = { limit: 20, offset: 0 };

const namespace = (tenant: string): LiveObject => ({
  metadata: { name: 'dev', labels: { [LABELS.tenant]: tenant } },
});
const pod = (name: string): LiveObject => ({
  metadata: { name, namespace: 'dev' },
  spec: {
    nodeName: 'a',
    containers: [{ resources: { requests: { cpu: '1', memory: '2Gi' } } }],
  },
  status: { phase: 'Running' },
});

/** A cluster that has what the test puts there, and answers every list at once; its watches never say anything. */
function createCluster() {
  const objects: Record<string, object[]> = {
    '/api/v1/namespaces': [namespace('life')],
    '/api/v1/resourcequotas': [
      {
        metadata: { name: 'quota', namespace: 'dev' },
        status: { hard: { 'requests.cpu': '4', 'requests.memory': '8Gi' } },
      },
    ],
    '/api/v1/nodes': [
      {
        metadata: { name: 'a' },
        status: { allocatable: { cpu: '16', memory: '64Gi', pods: '110' } },
      },
    ],
    '/api/v1/pods': [pod('one'), pod('two')],
    '/apis/metrics.k8s.io/v1beta1/nodes': [
      { metadata: { name: 'a' }, usage: { cpu: '900m', memory: '3Gi' } },
    ],
    '/apis/metrics.k8s.io/v1beta1/pods': [
      {
        metadata: { name: 'one', namespace: 'dev' },
        containers: [{ usage: { cpu: '300m', memory: '1Gi' } }],
      },
    ],
  };
  const client: Partial<KubernetesClient> = {
    list: async path => ({
      items: (objects[path] ?? []) as LiveObject[],
      resourceVersion: '1',
    }),
    watch: (_, { signal }) =>
      new Promise(resolve => {
        signal.addEventListener('abort', () => resolve());
      }),
    getVersion: async () => 'v1.34.1',
  };
  return client as KubernetesClient;
}

async function createBench() {
  let now = new Date('2026-11-21T08:02:00Z');
  const clock = { now: () => now };
  const logger = mockServices.logger.mock();
  const view = new ClusterView({
    cluster: 'nonprod',
    client: createCluster(),
    clock,
    logger,
    onConnected: () => {},
    onTouched: () => {},
  });
  const registry = new ClusterRegistry([
    { definition: { name: 'nonprod' } as ClusterDefinition, view },
  ]);
  const samples = DatabaseUsageStore.create({
    knex: await connectDatabase(
      mockServices.database({ knex: await databases.init('SQLITE_3') }),
      '@caas/plugin-clusters-backend',
    ),
  });
  registry.start();
  await eventually(20, () => {
    expect(view.status.state).toBe('connected');
    expect(view.usage.seen).toBeDefined();
  });
  registry.stop();
  return {
    view,
    recorder: UsageRecorder.create({ registry, samples, clock, logger }),
    usage: usageViews({ registry, samples, clock }),
    views: createViews(registry),
    at: (time: string) => {
      now = new Date(`2026-11-${time}:00Z`);
    },
  };
}

it('records what clusters and namespaces ask for and use, and answers it', async () => {
  const { recorder, usage, view, at } = await createBench();
  await recorder.record();
  at('21T08:04');
  view.pods.change({ type: 'ADDED', object: pod('three') });
  await recorder.record();
  at('21T08:06');
  view.pods.change({ type: 'DELETED', object: pod('three') });
  await recorder.record();
  const requested = (pods: number) => ({
    cpuMillicores: pods * 1000,
    memoryBytes: pods * 2 * GIB,
  });
  const used = { cpuMillicores: 900, memoryBytes: 3 * GIB };
  const allocatable = { cpuMillicores: 16_000, memoryBytes: 64 * GIB };
  expect(await usage.ofCluster({ cluster: 'nonprod', hours: 1 })).toEqual({
    intervalSeconds: 300,
    peak: { requested: requested(3), used },
    points: [
      {
        at: '2026-11-21T08:00:00.000Z',
        requested: requested(3),
        used,
        allocatable,
      },
      {
        at: '2026-11-21T08:05:00.000Z',
        requested: requested(2),
        used,
        allocatable,
      },
    ],
  });
  const query = { cluster: 'nonprod', namespace: 'dev', hours: 24 };
  expect(await usage.ofNamespace(query, ONLY('life'))).toMatchObject({
    intervalSeconds: 3600,
    points: [
      {
        at: '2026-11-21T08:00:00.000Z',
        requested: requested(3),
        used: { cpuMillicores: 300, memoryBytes: GIB },
        allocatable: undefined,
      },
    ],
  });
});

it('shows a namespace to its tenant, and of it nothing that another tenant did there before', async () => {
  const { recorder, usage, view, at } = await createBench();
  await recorder.record();
  const query = { cluster: 'nonprod', namespace: 'dev', hours: 24 };
  const refusal =
    "There is no namespace 'dev' on cluster 'nonprod' that you may see";
  expect(() => usage.ofNamespace(query, ONLY('property'))).toThrow(refusal);
  expect(() =>
    usage.ofNamespace({ ...query, namespace: 'none' }, EVERYTHING),
  ).toThrow("There is no namespace 'none'");
  view.namespaces.change({ type: 'DELETED', object: namespace('life') });
  view.namespaces.change({ type: 'ADDED', object: namespace('property') });
  expect(() => usage.ofNamespace(query, ONLY('life'))).toThrow(refusal);
  expect(await usage.ofNamespace(query, ONLY('property'))).toMatchObject({
    peak: undefined,
    points: [],
  });
  at('21T08:10');
  await recorder.record();
  const { points } = await usage.ofNamespace(query, ONLY('property'));
  expect(points).toHaveLength(1);
});

it('adds up what nodes, partitions, pods and tenants use', async () => {
  const { views } = await createBench();
  const used = { cpuMillicores: 900, memoryBytes: 3 * GIB };
  const { capacity, partitions, gaps } = views.clusters.get({
    cluster: 'nonprod',
  });
  expect([capacity.used, partitions[0].capacity.used]).toEqual([used, used]);
  expect(gaps).toEqual([]);
  const { items: pods } = views.pods.list(page, EVERYTHING);
  expect(pods.map(each => each.used?.cpuMillicores)).toEqual([300, undefined]);
  const share = {
    namespaceCount: 1,
    hard: { cpuMillicores: 4000, memoryBytes: 8 * GIB },
    requested: { cpuMillicores: 2000, memoryBytes: 4 * GIB, pods: 2 },
    used: { cpuMillicores: 300, memoryBytes: GIB },
  };
  expect(views.tenants.usage(page, ONLY('life'))).toEqual({
    totalCount: 1,
    items: [
      {
        tenant: 'life',
        ...share,
        clusters: [{ cluster: 'nonprod', ...share }],
      },
    ],
  });
  expect(views.tenants.usage(page, ONLY('property')).items).toEqual([]);
});
