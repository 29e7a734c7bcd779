import type { KubernetesObject } from '../storage/KubernetesObject';
import type { Landscape } from './landscape';
import { placement } from './placement';

const PORT = { name: 'redis', port: 6379 };

/** A cache: a StatefulSet whose pods have a volume each, and the Service by which they find each other. */
export function cacheObjects(
  { tenant, name: group }: Landscape,
  name: string,
  environment: string,
): KubernetesObject[] {
  const namespace = `${tenant}-${group}-${environment}`;
  const select = { 'app.kubernetes.io/name': name };
  const labels = {
    ...select,
    'app.kubernetes.io/part-of': group,
    'backstage.io/kubernetes-id': name,
  };
  const metadata = { name, namespace, labels };
  const isProduction = environment === 'prod';
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { clusterIP: 'None', selector: select, ports: [PORT] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata,
      spec: {
        replicas: isProduction ? 2 : 1,
        serviceName: name,
        selector: { matchLabels: select },
        template: {
          metadata: { labels },
          spec: {
            ...placement('database'),
            containers: [
              {
                name: 'redis',
                image: 'harbor.example.com/base/redis:7.4.1',
                ports: [{ name: PORT.name, containerPort: PORT.port }],
                resources: {
                  requests: { cpu: '100m', memory: '512Mi' },
                  limits: { cpu: '500m', memory: '512Mi' },
                },
                volumeMounts: [{ name: 'data', mountPath: '/data' }],
              },
            ],
          },
        },
        volumeClaimTemplates: [
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: {
                requests: { storage: isProduction ? '10Gi' : '2Gi' },
              },
            },
          },
        ],
      },
    },
  ];
}
