import type {
  ApplySet,
  ApplySetChange,
  Capacity,
  ClusterDetail,
  ClusterEvent,
  Node,
  NodeDetail,
  Pod,
  Workload,
} from '@caas/plugin-clusters-common';
import { besidePods } from './besidePods';
import { clusters, namespaces } from './clusters';
import { usageOverTime } from './usageOverTime';
import { entityInstances, fakeDrainOperations } from './fakeActions';
import { fakeRegistrations } from './fakeRegistrations';
import { fakePodOperations } from './fakePodOperations';

const GIB = 2 ** 30;
const CREATED = '2026-11-20T02:00:00Z';

const capacityOf = (
  nodeCount: number,
  cpuMillicores: number,
  memoryBytes: number,
  pods: number,
): Capacity => ({
  allocatable: {
    cpuMillicores: 16_000 * nodeCount,
    memoryBytes: 64 * GIB * nodeCount,
    pods: 110 * nodeCount,
  },
  requested: { cpuMillicores, memoryBytes, pods },
  used: { cpuMillicores: cpuMillicores * 0.4, memoryBytes: memoryBytes * 0.75 },
});

const node = (name: string, changes: Partial<Node> = {}): Node => ({
  cluster: 'nonprod',
  name,
  state: 'ready',
  partition: 'general',
  zone: 'zone-a',
  roles: [],
  taints: [],
  capacity: capacityOf(1, 4000, 16 * GIB, 12),
  address: '10.0.0.11',
  kubeletVersion: 'v1.34.1',
  createdAt: CREATED,
  ...changes,
});

export const nodes: Node[] = [
  node('general-1'),
  node('general-2', {
    zone: 'zone-b',
    capacity: capacityOf(1, 14_400, 32 * GIB, 40),
  }),
  node('database-1', {
    state: 'pressed',
    reason: 'kubelet has disk pressure',
    partition: 'database',
    taints: [
      { key: 'caas.io/partition', value: 'database', effect: 'NoSchedule' },
    ],
  }),
  node('dmz-1', { state: 'cordoned', partition: 'dmz' }),
  node('dmz-2', {
    state: 'not-ready',
    reason: 'Kubelet stopped posting node status.',
    partition: 'dmz',
  }),
];

const detailOf = (found: Node): NodeDetail => ({
  ...found,
  isSchedulable: found.state !== 'cordoned',
  labels: {
    'caas.io/partition': found.partition ?? '',
    'kubernetes.io/arch': 'amd64',
  },
  operatingSystem: 'linux',
  architecture: 'amd64',
  conditions: [
    {
      type: 'Ready',
      status: found.state === 'not-ready' ? 'Unknown' : 'True',
      reason: 'KubeletReady',
      message: 'kubelet is posting ready status',
      since: CREATED,
    },
  ],
});

export const clusterDetail: ClusterDetail = {
  ...clusters[0],
  capacity: capacityOf(5, 26_400, 96 * GIB, 76),
  partitions: [
    {
      name: 'general',
      nodeCount: 2,
      capacity: capacityOf(2, 18_400, 48 * GIB, 52),
    },
    { name: '', nodeCount: 1, capacity: capacityOf(1, 4000, 16 * GIB, 12) },
  ],
  podPhases: { Running: 70, Pending: 6 },
  gaps: [],
};

const place = {
  cluster: 'nonprod',
  namespace: 'life-policy-dev',
  tenant: 'life',
};

export const pods: Pod[] = [
  {
    ...place,
    name: 'claims-7d9f-x2',
    state: 'Running',
    phase: 'Running',
    node: 'general-1',
    readyContainers: 1,
    containers: 1,
    restarts: 0,
    workloadKind: 'Deployment',
    workload: 'claims',
    images: ['harbor.local/life/claims:1.0.0'],
    requested: { cpuMillicores: 500, memoryBytes: GIB },
    used: { cpuMillicores: 220, memoryBytes: 0.5 * GIB },
    createdAt: CREATED,
  },
  {
    ...place,
    name: 'claims-7d9f-q8',
    state: 'CrashLoopBackOff',
    phase: 'Running',
    readyContainers: 0,
    containers: 1,
    restarts: 7,
    images: ['harbor.local/life/claims:1.0.0'],
    requested: { cpuMillicores: 500, memoryBytes: GIB },
    createdAt: CREATED,
  },
];

export const workloads: Workload[] = [
  {
    ...place,
    kind: 'Deployment',
    name: 'claims',
    state: 'degraded',
    desired: 2,
    ready: 1,
    updated: 2,
    images: ['harbor.local/life/claims:1.0.0'],
    createdAt: CREATED,
  },
];

export const events: ClusterEvent[] = [
  {
    ...place,
    type: 'Warning',
    reason: 'BackOff',
    message: 'Back-off restarting failed container claims',
    kind: 'Pod',
    object: 'claims-7d9f-q8',
    count: 12,
    at: '2026-11-21T08:00:00Z',
  },
];

export const applySet: ApplySet = {
  cluster: 'nonprod',
  id: 'tenancy.namespace.life-policy-dev',
  owner: 'plugin:tenancy',
  tenant: 'life',
  state: 'stalled',
  generation: 2,
  observedGeneration: 1,
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'FieldConflict',
      message: 'Field .spec.hard.pods is owned by "kubectl-edit"',
      lastTransitionTime: CREATED,
    },
  ],
  objects: [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'life-policy-dev',
      state: 'healthy',
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      namespace: 'life-policy-dev',
      name: 'quota',
      state: 'failed',
      message: 'Field .spec.hard.pods is owned by "kubectl-edit"',
    },
  ],
  reason: 'request 9001b3a2',
  attempts: 3,
  lastError: 'Field .spec.hard.pods is owned by "kubectl-edit"',
  updatedAt: '2026-11-21T08:00:00Z',
};

const changes: ApplySetChange[] = [
  {
    at: '2026-11-21T08:00:00Z',
    actor: 'plugin:tenancy',
    verb: 'put',
    generation: 2,
    reason: 'request 9001b3a2',
  },
];

const page = <T>(items: T[]) => ({ items, totalCount: items.length });

/** The clusters plugin, answering from the fixtures. */
export const fakeClustersApi = {
  clusters: {
    list: async () => ({ items: clusters }),
    get: async () => clusterDetail,
  },
  registrations: fakeRegistrations,
  nodes: {
    list: async () => page(nodes),
    get: async ({ name }: { name: string }) =>
      detailOf(nodes.find(found => found.name === name) ?? nodes[0]),
  },
  namespaces: {
    list: async ({ name }: { name?: string }) =>
      page(namespaces.filter(found => !name || found.name === name)),
  },
  workloads: {
    list: async () => page(workloads),
    ofEntity: async () => entityInstances,
  },
  drains: fakeDrainOperations,
  pods: { list: async () => page(pods), ...fakePodOperations },
  events: { list: async () => page(events) },
  ...besidePods,
  ...usageOverTime,
  applySets: {
    list: async () => page([applySet]),
    get: async () => applySet,
    changes: async () => page(changes),
  },
};
