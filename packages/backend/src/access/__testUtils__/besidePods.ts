import type { ClusterAdmin } from '@caas/sandbox';
import type { OperationName } from './operations';

/** Lists of what stands in a namespace beside what runs there. */
export const LISTS_BESIDE_PODS = [
  'clusters.jobs.list',
  'clusters.autoscalers.list',
  'clusters.services.list',
  'clusters.ingresses.list',
  'clusters.gateways.list',
  'clusters.routes.list',
  'clusters.persistentVolumeClaims.list',
] as const satisfies OperationName[];

const NAME = 'claims';

/** One of each in a namespace. */
export async function createBesidePods(
  admin: ClusterAdmin,
  namespace: string,
): Promise<void> {
  const metadata = { name: NAME, namespace };
  const gatewayApi = 'gateway.networking.k8s.io/v1';
  const objects = [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: { app: NAME }, ports: [{ port: 80 }] },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: {
        defaultBackend: { service: { name: NAME, port: { number: 80 } } },
      },
    },
    {
      apiVersion: gatewayApi,
      kind: 'Gateway',
      metadata,
      spec: {
        gatewayClassName: 'sandbox',
        listeners: [{ name: 'web', protocol: 'HTTP', port: 80 }],
      },
    },
    {
      apiVersion: gatewayApi,
      kind: 'HTTPRoute',
      metadata,
      spec: {
        parentRefs: [{ name: NAME }],
        rules: [{ backendRefs: [{ name: NAME, port: 80 }] }],
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
          name: NAME,
        },
        minReplicas: 1,
        maxReplicas: 1,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 80 },
            },
          },
        ],
      },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      spec: {
        schedule: '0 2 1 1 *',
        jobTemplate: {
          spec: {
            template: {
              spec: {
                restartPolicy: 'Never',
                containers: [
                  { name: NAME, image: 'harbor.local/life/claims:1.0.0' },
                ],
              },
            },
          },
        },
      },
    },
  ];
  for (const object of objects) await admin.create(object);
}
