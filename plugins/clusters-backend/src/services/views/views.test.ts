import { mockServices } from '@backstage/backend-test-utils';
import type { RowAccess } from '@caas/contract-node';
import { LABELS } from '@caas/plugin-clusters-common';
import { NOW } from '../../__testUtils__/applySets';
import type { KubernetesClient } from '../../clients/KubernetesClient';
import type { ClusterDefinition } from '../../config/readClusters';
import type { LiveObject } from '../../domain/LiveObject';
import type { Seen } from '../../views/Collection';
import { ClusterRegistry } from '../../views/ClusterRegistry';
import { ClusterView } from '../../views/ClusterView';
import type { Mirror } from '../../views/Mirror';
import { createViews } from '.';

const EVERYTHING: RowAccess = {
  filter: undefined,
  allows: () => true,
} as never;
const ONLY_LIFE: RowAccess = {
  allows: ({ tenant }: { tenant?: string }) => tenant === 'life',
} as never;
const page = { limit: 20, offset: 0 };

const namespace = (name: string, tenant?: string): LiveObject => ({
  metadata: { name, labels: tenant ? { [LABELS.tenant]: tenant } : {} },
});
const node = (name: string, partition?: string, spec = {}): LiveObject => ({
  metadata: {
    name,
    labels: partition ? { [LABELS.partition]: partition } : {},
  },
  spec,
  status: {
    allocatable: { cpu: '16', memory: '64Gi', pods: '110' },
    conditions: [{ type: 'Ready', status: 'True' }],
  },
});
const pod = (
  space: string,
  name: string,
  nodeName?: string,
  phase = 'Running',
): LiveObject => ({
  metadata: { name, namespace: space },
  spec: {
    nodeName,
    containers: [{ resources: { requests: { cpu: '500m', memory: '1Gi' } } }],
  },
  status: { phase },
});
const event = (space: string, name: string, at: string): LiveObject =>
  ({
    metadata: { name, namespace: space },
    reason: name,
    lastTimestamp: at,
    involvedObject: { kind: 'Pod', name: 'claims' },
  }) as LiveObject;

function fill<T extends Seen>(mirror: Mirror<T>, objects: LiveObject[]) {
  mirror.begin();
  mirror.add(objects);
  mirror.complete();
}

/** Two clusters that nobody follows: what they show is put there. */
function createFilledViews() {
  const views = ['nonprod', 'prod'].map(name => ({
    definition: { name, title: name, titleEn: name } as ClusterDefinition,
    view: new ClusterView({
      cluster: name,
      client: {} as KubernetesClient,
      clock: { now: () => NOW },
      logger: mockServices.logger.mock(),
      onConnected: () => {},
      onTouched: () => {},
    }),
  }));
  const [nonprod, prod] = views.map(({ view }) => view);
  fill(nonprod.namespaces, [
    namespace('property-dev', 'property'),
    namespace('life-dev', 'life'),
    namespace('kube-system'),
  ]);
  fill(nonprod.nodes, [
    node('b', 'general'),
    node('a', 'database', { unschedulable: true }),
    node('c'),
  ]);
  fill(nonprod.pods, [
    pod('life-dev', 'two', 'b'),
    pod('life-dev', 'one', 'b'),
    pod('life-dev', 'over', 'b', 'Succeeded'),
    pod('life-dev', 'waits', undefined, 'Pending'),
    pod('property-dev', 'three', 'a'),
  ]);
  fill(nonprod.events, [
    event('life-dev', 'older', '2026-11-21T08:00:00Z'),
    event('property-dev', 'latest', '2026-11-21T10:00:00Z'),
    event('life-dev', 'newer', '2026-11-21T09:00:00Z'),
  ]);
  fill(nonprod.services, [
    { metadata: { name: 'claims', namespace: 'life-dev' } },
    { metadata: { name: 'core', namespace: 'property-dev' } },
  ]);
  fill(nonprod.jobs, [
    { metadata: { name: 'nightly-1', namespace: 'life-dev' } },
  ]);
  fill(nonprod.cronJobs, [
    { metadata: { name: 'nightly', namespace: 'life-dev' } },
  ]);
  fill(prod.namespaces, [namespace('life-prod', 'life')]);
  fill(prod.pods, [pod('life-prod', 'four', 'z')]);
  return createViews(new ClusterRegistry(views));
}

const views = createFilledViews();
const namesOf = ({ items }: { items: { name: string }[] }) =>
  items.map(({ name }) => name);

describe('pods', () => {
  it('lists those of namespaces that one may see, in order, over all clusters', () => {
    expect(namesOf(views.pods.list(page, EVERYTHING))).toEqual([
      'one',
      'over',
      'two',
      'waits',
      'three',
      'four',
    ]);
    expect(views.pods.list({ limit: 2, offset: 1 }, ONLY_LIFE)).toMatchObject({
      items: [
        { cluster: 'nonprod', tenant: 'life', name: 'over' },
        { cluster: 'nonprod', tenant: 'life', name: 'two' },
      ],
      totalCount: 5,
    });
  });

  it.each([
    [{ cluster: 'prod' }, ['four']],
    [{ namespace: 'property-dev' }, ['three']],
    [{ tenant: 'property' }, ['three']],
    [{ node: 'b' }, ['one', 'over', 'two']],
    [{ workload: 'none' }, []],
    [{ namespace: 'nowhere' }, []],
  ])('asked for %j gives %j', (query, names) => {
    expect(namesOf(views.pods.list({ ...page, ...query }, EVERYTHING))).toEqual(
      names,
    );
  });

  it('shows nothing of another tenant, however one asks', () => {
    for (const query of [
      { namespace: 'property-dev' },
      { tenant: 'property' },
    ]) {
      expect(views.pods.list({ ...page, ...query }, ONLY_LIFE)).toEqual({
        items: [],
        totalCount: 0,
      });
    }
  });
});

describe('nodes', () => {
  it('lists them with what they give and what is asked of them', () => {
    const { items, totalCount } = views.nodes.list({
      ...page,
      cluster: 'nonprod',
    });
    expect(totalCount).toBe(3);
    expect(items).toMatchObject([
      { name: 'a', state: 'cordoned', capacity: { requested: { pods: 1 } } },
      {
        name: 'b',
        state: 'ready',
        capacity: {
          allocatable: {
            cpuMillicores: 16_000,
            memoryBytes: 64 * 2 ** 30,
            pods: 110,
          },
          // What is over has given back what it had.
          requested: {
            cpuMillicores: 1000,
            memoryBytes: 2 * 2 ** 30,
            pods: 2,
          },
        },
      },
      { name: 'c', state: 'ready', capacity: { requested: { pods: 0 } } },
    ]);
  });

  it('lists those of one partition, or of none', () => {
    const inPartition = (partition: string) =>
      namesOf(views.nodes.list({ ...page, cluster: 'nonprod', partition }));
    expect([inPartition('database'), inPartition('')]).toEqual([['a'], ['c']]);
  });

  it('says which node or cluster there is not', () => {
    expect(() => views.nodes.get({ cluster: 'nonprod', name: 'x' })).toThrow(
      "There is no node 'x' on cluster 'nonprod'",
    );
    expect(() => views.nodes.list({ ...page, cluster: 'x' })).toThrow(
      "There is no cluster 'x': the portal knows 'nonprod', 'prod'",
    );
    expect(() =>
      views.pods.list({ ...page, cluster: 'x' }, EVERYTHING),
    ).toThrow("There is no cluster 'x'");
  });
});

it('adds up what a cluster has and promises, by partition', () => {
  const { capacity, partitions, podPhases } = views.clusters.get({
    cluster: 'nonprod',
  });
  expect(capacity.allocatable.cpuMillicores).toBe(48_000);
  expect(capacity.requested).toEqual({
    cpuMillicores: 1500,
    memoryBytes: 3 * 2 ** 30,
    pods: 3,
  });
  expect(
    partitions.map(({ name, nodeCount, capacity: { requested } }) => [
      name,
      nodeCount,
      requested.pods,
    ]),
  ).toEqual([
    ['', 1, 0],
    ['database', 1, 1],
    ['general', 1, 2],
  ]);
  expect(podPhases).toEqual({ Running: 3, Succeeded: 1, Pending: 1 });
});

it('lists events, the latest first', () => {
  const reasons = (access: RowAccess, query = {}) =>
    views.events
      .list({ ...page, ...query }, access)
      .items.map(({ reason }) => reason);
  expect(reasons(EVERYTHING)).toEqual(['latest', 'newer', 'older']);
  expect(reasons(ONLY_LIFE)).toEqual(['newer', 'older']);
  expect(reasons(ONLY_LIFE, { object: 'other' })).toEqual([]);
});

it('lists what stands beside pods of namespaces that one may see, Jobs and CronJobs as one', () => {
  expect(namesOf(views.services.list(page, EVERYTHING))).toEqual([
    'claims',
    'core',
  ]);
  const { items, totalCount } = views.services.list(page, ONLY_LIFE);
  expect(totalCount).toBe(1);
  expect(items[0]).toMatchObject({
    cluster: 'nonprod',
    tenant: 'life',
    namespace: 'life-dev',
    name: 'claims',
    createdAt: undefined,
  });
  const jobs = views.jobs.list({ ...page, namespace: 'life-dev' }, ONLY_LIFE);
  expect(jobs.items.map(({ kind }) => kind)).toEqual(['CronJob', 'Job']);
  expect(
    views.routes.list({ ...page, tenant: 'property' }, ONLY_LIFE).items,
  ).toEqual([]);
});

it('says of a namespace what its pods have asked for, and of a cluster how its nodes are', () => {
  const [life] = views.namespaces.list(
    { ...page, name: 'life-dev' },
    ONLY_LIFE,
  ).items;
  // What is over has given back what it had.
  expect(life).toMatchObject({
    requested: { cpuMillicores: 1500, pods: 3 },
    used: undefined,
  });
});
