import type {
  Drain,
  DrainPreview,
  EntityInstances,
} from '@caas/plugin-clusters-common';

const pod = (name: string, changes: object = {}) => ({
  namespace: 'life-policy-dev',
  name,
  uid: name,
  workloadKind: 'ReplicaSet',
  workload: 'claims-7d9f',
  state: 'waiting' as const,
  ...changes,
});

export const drainPreview: DrainPreview = {
  pods: [
    pod('claims-7d9f-x2'),
    pod('claims-7d9f-q8'),
    pod('cache-0', {
      workloadKind: 'StatefulSet',
      state: 'refused',
      cause: 'empty-dir',
    }),
    pod('node-exporter-1', {
      workloadKind: 'DaemonSet',
      state: 'kept',
      cause: 'daemon-set',
    }),
  ],
  budgets: [
    {
      namespace: 'life-policy-dev',
      name: 'claims-budget',
      allowed: 1,
      pods: 2,
    },
  ],
};

export const drain: Drain = {
  id: 'd1',
  cluster: 'nonprod',
  node: 'database-1',
  state: 'draining',
  message: {
    'zh-CN': '2 个容器组中 1 个已离开；1 个在等待中断预算',
    en: '1 of 2 pods are gone; 1 wait for a disruption budget',
  },
  options: { deleteEmptyDirData: false, force: false, timeoutSeconds: 3600 },
  reason: 'kernel update',
  requestedBy: 'user:default/chen-jing',
  pods: [
    pod('claims-7d9f-x2', { state: 'gone' }),
    pod('claims-7d9f-q8', {
      state: 'blocked',
      message: 'The disruption budget claims-budget needs 2 healthy pods',
    }),
    pod('node-exporter-1', { state: 'kept', cause: 'daemon-set' }),
  ],
  createdAt: '2026-11-21T08:00:00Z',
  deadlineAt: '2026-11-21T09:00:00Z',
};

export const entityInstances: EntityInstances = {
  placeCount: 1,
  podCount: 2,
  places: [
    {
      cluster: 'nonprod',
      namespace: 'life-policy-dev',
      tenant: 'life',
      environment: 'dev',
      workloads: [
        {
          cluster: 'nonprod',
          namespace: 'life-policy-dev',
          tenant: 'life',
          kind: 'Deployment',
          name: 'claims',
          state: 'degraded',
          desired: 2,
          ready: 1,
          updated: 2,
          images: ['harbor.local/life/claims:1.0.0'],
          createdAt: '2026-11-20T02:00:00Z',
        },
      ],
      podCount: 2,
      readyPodCount: 1,
      restarts: 7,
      podStates: { Running: 1, CrashLoopBackOff: 1 },
    },
  ],
  unreachable: [
    {
      cluster: 'prod',
      state: 'unreachable',
      since: '2026-11-21T07:30:00Z',
      reason: "The cluster 'prod' does not answer: connection refused",
    },
  ],
};

/** What the clusters plugin answers about drains: none yet. */
export const fakeDrainOperations = {
  list: async () => ({ items: [] as Drain[], totalCount: 0 }),
  preview: async () => drainPreview,
};
