import type { KubernetesObject } from '../storage/KubernetesObject';
import type { Landscape } from './landscape';

/** A namespace of a tenant with its limits, as the portal would have made it. */
export function namespaceObjects(
  { tenant, name }: Landscape,
  environment: string,
): KubernetesObject[] {
  const namespace = `${tenant}-${name}-${environment}`;
  const labels = {
    'caas.io/tenant': tenant,
    'caas.io/environment': environment,
    'caas.io/partition': 'general',
  };
  const cpu = environment === 'prod' ? '24' : '8';
  const memory = environment === 'prod' ? '48Gi' : '16Gi';
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'quota', namespace, labels },
      spec: {
        hard: {
          'requests.cpu': cpu,
          'limits.cpu': cpu,
          'requests.memory': memory,
          'limits.memory': memory,
          pods: '80',
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'defaults', namespace, labels },
      spec: {
        limits: [
          {
            type: 'Container',
            default: { cpu: '500m', memory: '512Mi' },
            defaultRequest: { cpu: '100m', memory: '128Mi' },
          },
        ],
      },
    },
  ];
}
