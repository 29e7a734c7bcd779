import type { Cluster, NamespaceView } from '@caas/plugin-clusters-common';

const GIB = 2 ** 30;

export const clusters: Cluster[] = [
  {
    name: 'nonprod',
    title: '非生产集群',
    titleEn: 'Non-production',
    environments: ['dev', 'test', 'staging'],
    region: 'Shanghai',
    origin: 'config',
    state: 'connected',
    since: '2026-11-21T06:00:00Z',
    version: 'v1.33.1',
    nodeCount: 5,
    nodeStates: { ready: 2, pressed: 1, cordoned: 1, 'not-ready': 1 },
    namespaceCount: 14,
    capacity: {
      allocatable: { cpuMillicores: 80_000, memoryBytes: 320 * GIB, pods: 550 },
      requested: { cpuMillicores: 26_400, memoryBytes: 96 * GIB, pods: 76 },
      used: { cpuMillicores: 9_500, memoryBytes: 71 * GIB },
    },
    gaps: [],
  },
  {
    name: 'prod',
    title: '生产集群',
    titleEn: 'Production',
    environments: ['prod'],
    origin: 'portal',
    state: 'unreachable',
    since: '2026-11-21T07:30:00Z',
    reason: "The cluster 'prod' does not answer: connection refused",
    gaps: [],
  },
];

export const namespaces: NamespaceView[] = [
  {
    cluster: 'nonprod',
    name: 'life-policy-dev',
    tenant: 'life',
    environment: 'dev',
    phase: 'Active',
    quotas: [
      { resource: 'requests.cpu', hard: '4', used: '1500m' },
      { resource: 'requests.memory', hard: '8Gi', used: '2Gi' },
    ],
    requested: { cpuMillicores: 1500, memoryBytes: 2 * GIB, pods: 2 },
    used: { cpuMillicores: 420, memoryBytes: 1.25 * GIB },
    createdAt: '2026-11-20T02:00:00Z',
  },
  {
    cluster: 'nonprod',
    name: 'kube-system',
    phase: 'Active',
    quotas: [],
    requested: { cpuMillicores: 300, memoryBytes: GIB, pods: 4 },
  },
];
