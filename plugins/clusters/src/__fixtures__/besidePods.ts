import type {
  Autoscaler,
  Gateway,
  Ingress,
  Job,
  PersistentVolumeClaim,
  Route,
  Service,
} from '@caas/plugin-clusters-common';

const CREATED = '2026-11-20T02:00:00Z';
const GIB = 2 ** 30;

const place = {
  cluster: 'nonprod',
  namespace: 'life-policy-dev',
  tenant: 'life',
  name: 'claims',
  createdAt: CREATED,
};

export const services: Service[] = [
  {
    ...place,
    type: 'ClusterIP',
    clusterIp: '10.96.0.7',
    addresses: [],
    ports: [
      { name: 'http', protocol: 'TCP', port: 80, targetPort: 'web' },
      { name: 'metrics', protocol: 'TCP', port: 9090 },
    ],
  },
  {
    ...place,
    name: 'claims-public',
    type: 'LoadBalancer',
    clusterIp: '10.96.0.8',
    addresses: ['192.0.2.10'],
    ports: [{ protocol: 'TCP', port: 443, nodePort: 30443 }],
  },
];

export const ingresses: Ingress[] = [
  {
    ...place,
    className: 'nginx',
    addresses: ['192.0.2.1'],
    tlsHosts: ['claims.life.example'],
    rules: [
      {
        host: 'claims.life.example',
        path: '/api',
        backends: [{ name: 'claims:80' }],
      },
    ],
  },
];

export const routes: Route[] = [
  {
    ...place,
    state: 'refused',
    reason: 'Service "claims-canary" not found',
    hostnames: ['claims.life.example'],
    gateways: ['infra/edge'],
    rules: [
      {
        path: '/',
        backends: [
          { name: 'claims:80', weight: 90 },
          { name: 'claims-canary:80', weight: 10 },
        ],
      },
    ],
  },
];

export const gateways: Gateway[] = [
  {
    ...place,
    name: 'edge',
    state: 'accepted',
    className: 'envoy',
    addresses: ['192.0.2.2'],
    listeners: [{ name: 'web', protocol: 'HTTPS', port: 443 }],
  },
];

export const persistentVolumeClaims: PersistentVolumeClaim[] = [
  {
    ...place,
    name: 'claims-data',
    phase: 'Bound',
    storageClass: 'ssd',
    accessModes: ['ReadWriteOnce'],
    requestedBytes: 10 * GIB,
    capacityBytes: 16 * GIB,
    volume: 'pv-7',
  },
];

export const autoscalers: Autoscaler[] = [
  {
    ...place,
    targetKind: 'Deployment',
    target: 'claims',
    minReplicas: 2,
    maxReplicas: 10,
    currentReplicas: 2,
    desiredReplicas: 4,
    metrics: [{ name: 'cpu', current: '83%', target: '70%' }],
  },
];

export const jobs: Job[] = [
  {
    ...place,
    name: 'nightly',
    kind: 'CronJob',
    state: 'scheduled',
    active: 0,
    succeeded: 0,
    failed: 0,
    schedule: '0 2 * * *',
    timeZone: 'Asia/Shanghai',
    startedAt: '2026-11-21T02:00:00Z',
  },
  {
    ...place,
    name: 'nightly-29384',
    kind: 'Job',
    state: 'failed',
    reason: 'Job has reached the specified backoff limit',
    madeBy: 'nightly',
    active: 0,
    succeeded: 1,
    failed: 3,
    completions: 2,
    startedAt: '2026-11-21T02:00:00Z',
  },
];

const page = <T>(items: T[]) => ({ items, totalCount: items.length });

/** What stands in a namespace beside what runs there. */
export const besidePods = {
  services: { list: async () => page(services) },
  ingresses: { list: async () => page(ingresses) },
  routes: { list: async () => page(routes) },
  gateways: { list: async () => page(gateways) },
  persistentVolumeClaims: { list: async () => page(persistentVolumeClaims) },
  autoscalers: { list: async () => page(autoscalers) },
  jobs: { list: async () => page(jobs) },
};
