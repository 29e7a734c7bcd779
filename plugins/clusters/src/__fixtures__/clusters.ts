import type { Cluster, NamespaceView } from '@caas/plugin-clusters-common';

export const clusters: Cluster[] = [
  {
    name: 'nonprod',
    title: '非生产集群',
    titleEn: 'Non-production',
    environments: ['dev', 'test', 'staging'],
    state: 'connected',
    since: '2026-11-21T06:00:00Z',
    version: 'v1.33.1',
    nodeCount: 6,
    namespaceCount: 14,
  },
  {
    name: 'prod',
    title: '生产集群',
    titleEn: 'Production',
    environments: ['prod'],
    state: 'unreachable',
    since: '2026-11-21T07:30:00Z',
    reason: "The cluster 'prod' does not answer: connection refused",
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
    createdAt: '2026-11-20T02:00:00Z',
  },
  {
    cluster: 'nonprod',
    name: 'kube-system',
    phase: 'Active',
    quotas: [],
  },
];
