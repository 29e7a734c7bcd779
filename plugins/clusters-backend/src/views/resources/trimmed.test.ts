import type { LiveObject } from '../../domain/LiveObject';
import { Interner } from '../Interner';
import { AUTOSCALERS } from './autoscalers';
import { GATEWAYS } from './gateways';
import { INGRESSES } from './ingresses';
import { CRON_JOBS, JOBS } from './jobs';
import { PERSISTENT_VOLUME_CLAIMS } from './persistentVolumeClaims';
import { ROUTES } from './routes';
import { SERVICES } from './services';

const CREATED = '2026-11-21T08:00:00Z';
const metadata = {
  name: 'claims',
  namespace: 'life-dev',
  creationTimestamp: CREATED,
};
const about = {
  name: 'claims',
  namespace: 'life-dev',
  createdAt: Date.parse(CREATED),
};
const object = (
  spec: LiveObject['spec'],
  status: LiveObject['status'] = {},
): LiveObject => ({ metadata, spec, status });
const interner = new Interner();

it('keeps of a Service its ports and where it is reached', () => {
  const service = object(
    {
      type: 'LoadBalancer',
      clusterIP: '10.96.0.7',
      externalIPs: ['192.0.2.9'],
      selector: { app: 'claims' },
      ports: [
        { name: 'http', port: 80, targetPort: 'web', nodePort: 30080 },
        { port: 53, protocol: 'UDP' },
      ],
    },
    { loadBalancer: { ingress: [{ ip: '192.0.2.1' }, { hostname: 'lb' }] } },
  );
  expect(SERVICES.trim(service, interner)).toEqual({
    ...about,
    type: 'LoadBalancer',
    clusterIp: '10.96.0.7',
    addresses: ['192.0.2.1', 'lb', '192.0.2.9'],
    ports: [
      {
        name: 'http',
        protocol: 'TCP',
        port: 80,
        targetPort: 'web',
        nodePort: 30080,
      },
      { protocol: 'UDP', port: 53 },
    ],
  });
});

it('keeps of an Ingress which address leads to which Service', () => {
  const backend = (name: string, port?: object) => ({
    service: { name, port },
  });
  const ingress = object(
    {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['claims.local'] }],
      defaultBackend: { resource: { kind: 'Bucket', name: 'pages' } },
      rules: [
        {
          host: 'claims.local',
          http: {
            paths: [
              { path: '/api', backend: backend('claims', { number: 80 }) },
              { backend: backend('web', { name: 'http' }) },
            ],
          },
        },
        { host: 'empty.local' },
      ],
    },
    { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
  );
  expect(INGRESSES.trim(ingress, interner)).toEqual({
    ...about,
    className: 'nginx',
    addresses: ['192.0.2.1'],
    tlsHosts: ['claims.local'],
    rules: [
      { path: '/', backends: [{ name: 'Bucket pages' }] },
      {
        host: 'claims.local',
        path: '/api',
        backends: [{ name: 'claims:80' }],
      },
      { host: 'claims.local', path: '/', backends: [{ name: 'web:http' }] },
    ],
  });
});

describe('an HTTPRoute', () => {
  const spec = {
    parentRefs: [{ name: 'edge', namespace: 'infra' }, { name: 'own' }],
    hostnames: ['claims.local'],
    rules: [
      {
        matches: [
          {
            path: { value: '/api' },
            method: 'GET',
            headers: [{ name: 'x-canary', value: 'yes' }],
          },
        ],
        backendRefs: [
          { name: 'claims', port: 80, weight: 90 },
          { name: 'canary', port: 80, weight: 10 },
        ],
      },
      { backendRefs: [{ name: 'claims' }] },
    ],
  };
  const accepted = { type: 'Accepted', status: 'True' };

  it('is kept with its rules, their weights and its gateways', () => {
    const status = { parents: [{ conditions: [accepted] }] };
    expect(ROUTES.trim(object(spec, status), interner)).toEqual({
      ...about,
      state: 'accepted',
      hostnames: ['claims.local'],
      gateways: ['infra/edge', 'life-dev/own'],
      rules: [
        {
          path: 'GET /api x-canary: yes',
          backends: [
            { name: 'claims:80', weight: 90 },
            { name: 'canary:80', weight: 10 },
          ],
        },
        { path: '/', backends: [{ name: 'claims' }] },
      ],
    });
  });

  it('waits while no controller has said anything, and is refused with the reason of any', () => {
    expect(ROUTES.trim(object(spec), interner).state).toBe('waiting');
    const status = {
      parents: [
        { conditions: [accepted] },
        {
          conditions: [
            accepted,
            {
              type: 'ResolvedRefs',
              status: 'False',
              message: 'Service "canary" not found',
            },
          ],
        },
      ],
    };
    expect(ROUTES.trim(object(spec, status), interner)).toMatchObject({
      state: 'refused',
      reason: 'Service "canary" not found',
    });
  });
});

it('keeps of a Gateway its listeners, addresses and why it does not serve', () => {
  const gateway = object(
    {
      gatewayClassName: 'envoy',
      listeners: [{ name: 'web', protocol: 'HTTPS', port: 443 }],
    },
    {
      addresses: [{ value: '192.0.2.1' }],
      conditions: [
        { type: 'Accepted', status: 'True' },
        { type: 'Programmed', status: 'False', reason: 'AddressNotAssigned' },
      ],
    },
  );
  expect(GATEWAYS.trim(gateway, interner)).toEqual({
    ...about,
    className: 'envoy',
    state: 'refused',
    reason: 'AddressNotAssigned',
    addresses: ['192.0.2.1'],
    listeners: [{ name: 'web', protocol: 'HTTPS', port: 443 }],
  });
});

it('keeps of a claim what is asked for and what it got', () => {
  const claim = object(
    {
      storageClassName: 'ssd',
      accessModes: ['ReadWriteOnce'],
      volumeName: 'pv-1',
      resources: { requests: { storage: '10Gi' } },
    },
    { phase: 'Bound', capacity: { storage: '16Gi' } },
  );
  expect(PERSISTENT_VOLUME_CLAIMS.trim(claim, interner)).toEqual({
    ...about,
    phase: 'Bound',
    storageClass: 'ssd',
    accessModes: ['ReadWriteOnce'],
    volume: 'pv-1',
    requestedBytes: 10 * 2 ** 30,
    capacityBytes: 16 * 2 ** 30,
  });
  expect(PERSISTENT_VOLUME_CLAIMS.trim(object({}), interner)).toMatchObject({
    phase: 'Pending',
    requestedBytes: 0,
  });
});

it('keeps of an autoscaler what it looks at, and why it cannot scale', () => {
  const autoscaler = object(
    {
      scaleTargetRef: { kind: 'Deployment', name: 'claims' },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { averageUtilization: 70 } },
        },
        {
          type: 'Pods',
          pods: { metric: { name: 'rps' }, target: { averageValue: '100' } },
        },
      ],
    },
    {
      currentReplicas: 3,
      desiredReplicas: 4,
      lastScaleTime: CREATED,
      currentMetrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', current: { averageUtilization: 83 } },
        },
      ],
      conditions: [
        { type: 'AbleToScale', status: 'True' },
        {
          type: 'ScalingActive',
          status: 'False',
          message: 'no metrics of rps',
        },
      ],
    },
  );
  expect(AUTOSCALERS.trim(autoscaler, interner)).toEqual({
    ...about,
    targetKind: 'Deployment',
    target: 'claims',
    minReplicas: 2,
    maxReplicas: 10,
    currentReplicas: 3,
    desiredReplicas: 4,
    metrics: [
      { name: 'cpu', current: '83%', target: '70%' },
      { name: 'rps', target: '100' },
    ],
    reason: 'no metrics of rps',
    lastScaledAt: '2026-11-21T08:00:00.000Z',
  });
});

describe('a Job', () => {
  it.each([
    ['running', {}, {}],
    ['suspended', { suspend: true }, {}],
    ['complete', {}, { conditions: [{ type: 'Complete', status: 'True' }] }],
    [
      'failed',
      {},
      {
        conditions: [
          { type: 'Failed', status: 'True', message: 'too many retries' },
        ],
      },
    ],
  ])('is %s', (state, spec, status) => {
    const seen = JOBS.trim(object(spec, status), interner);
    expect(seen.state).toBe(state);
    expect(seen.reason).toBe(
      state === 'failed' ? 'too many retries' : undefined,
    );
  });

  it('says how far it is, and which CronJob made it', () => {
    const job = {
      ...object(
        { completions: 3 },
        { active: 1, succeeded: 2, startTime: CREATED },
      ),
      metadata: {
        ...metadata,
        ownerReferences: [{ kind: 'CronJob', name: 'nightly' }],
      },
    };
    expect(JOBS.trim(job, interner)).toMatchObject({
      active: 1,
      succeeded: 2,
      completions: 3,
      madeBy: 'nightly',
      startedAt: '2026-11-21T08:00:00.000Z',
    });
  });
});

it('keeps of a CronJob its schedule and when it last ran', () => {
  const cronJob = object(
    { schedule: '0 2 * * *', timeZone: 'Asia/Shanghai' },
    { active: [{}], lastScheduleTime: CREATED },
  );
  expect(CRON_JOBS.trim(cronJob, interner)).toMatchObject({
    kind: 'CronJob',
    state: 'scheduled',
    active: 1,
    schedule: '0 2 * * *',
    timeZone: 'Asia/Shanghai',
    startedAt: '2026-11-21T08:00:00.000Z',
  });
});
