import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import { namespace, NOW } from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import { ClusterView } from './ClusterView';

jest.setTimeout(30_000);

const SPACE = 'life-whole-dev';
const IMAGE = 'harbor.local/life/claims:1.0.0';
const metadata = { name: 'claims', namespace: SPACE };
const labels = { app: 'claims' };
const template = {
  metadata: { labels },
  spec: {
    containers: [
      {
        name: 'claims',
        image: IMAGE,
        resources: { requests: { cpu: '100m', memory: '64Mi' } },
      },
    ],
  },
};
const job = {
  template: {
    spec: {
      restartPolicy: 'Never',
      containers: [{ name: 'job', image: IMAGE }],
    },
  },
};

const OBJECTS = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { replicas: 2, selector: { matchLabels: labels }, template },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata,
    spec: {
      rules: [
        {
          host: 'claims.example',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'claims', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata,
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'claims',
      },
      minReplicas: 2,
      maxReplicas: 4,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 90 },
          },
        },
      ],
    },
  },
  { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: job },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata,
    spec: { schedule: '0 2 * * *', jobTemplate: { spec: job } },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata,
    spec: {
      gatewayClassName: 'sandbox',
      listeners: [{ name: 'web', protocol: 'HTTP', port: 80 }],
    },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata,
    spec: {
      parentRefs: [{ name: 'claims' }],
      rules: [{ backendRefs: [{ name: 'claims', port: 80 }] }],
    },
  },
];

describe('the view of a cluster, beside pods', () => {
  let sandbox: Sandbox;
  let view: ClusterView;
  const changed = new Set<string>();

  beforeAll(async () => {
    sandbox = await startSandbox({});
    const admin = new ClusterAdmin(sandbox.clusters.nonprod);
    await admin.create(namespace(SPACE));
    for (const object of OBJECTS) await admin.create(object);
    view = new ClusterView({
      cluster: 'nonprod',
      client: clientOf(sandbox.clusters.nonprod),
      clock: { now: () => NOW },
      logger: mockServices.logger.mock(),
      onConnected: () => {},
      onTouched: () => {},
      onChanged: (_, resource) => changed.add(resource),
    });
    view.start();
  });
  afterAll(async () => {
    view?.stop();
    await sandbox.close();
  });

  it('shows what stands in a namespace, and has no gap', async () => {
    const find = (
      mirror: { seen: { find(name: string, namespace: string): unknown } },
      expected: object,
    ) => expect(mirror.seen.find('claims', SPACE)).toMatchObject(expected);
    await eventually(20, () => {
      expect(view.status.state).toBe('connected');
      find(view.services, { ports: [{ port: 80, targetPort: '8080' }] });
      find(view.ingresses, { rules: [{ host: 'claims.example' }] });
      find(view.persistentVolumeClaims, { requestedBytes: 2 ** 30 });
      find(view.autoscalers, { target: 'claims', maxReplicas: 4 });
      find(view.jobs, { kind: 'Job' });
      find(view.cronJobs, { schedule: '0 2 * * *' });
      find(view.gateways, { listeners: [{ port: 80 }] });
      find(view.routes, { gateways: [`${SPACE}/claims`] });
    });
    expect(view.gaps).toEqual([]);
    expect([...changed]).toEqual(
      expect.arrayContaining(['services', 'routes', 'pods', 'jobs', 'cluster']),
    );
  });

  it('shows what nodes and pods use', async () => {
    await eventually(20, () => {
      expect(view.usage.seen?.nodes.size).toBe(6);
      expect(changed).toContain('usage');
    });
    for (const [, { cpuMillicores, memoryBytes }] of view.usage.seen!.nodes) {
      expect(cpuMillicores).toBeGreaterThan(0);
      expect(memoryBytes).toBeGreaterThan(0);
    }
  });
});
