import type { KubernetesObject } from '../storage/KubernetesObject';
import type { Landscape, Service } from './landscape';
import { placement } from './placement';

const VERSIONS: Readonly<Record<string, string>> = {
  dev: '2.5.0-SNAPSHOT',
  test: '2.4.1',
  staging: '2.4.0',
  prod: '2.3.7',
};

/** What a service consists of on a cluster: a Deployment and a Service, and in production what keeps it up. */
export function serviceObjects(
  { tenant, name: group }: Landscape,
  service: Service,
  environment: string,
): KubernetesObject[] {
  const { name } = service;
  const namespace = `${tenant}-${group}-${environment}`;
  const labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': group,
    'backstage.io/kubernetes-id': name,
  };
  const metadata = { name, namespace, labels };
  const select = { 'app.kubernetes.io/name': name };
  const isProduction = environment === 'prod';
  return [
    deployment(metadata, select, service, { tenant, environment }),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        selector: select,
        ports: [{ name: 'http', port: 80, targetPort: 8080 }],
      },
    },
    ...(service.job
      ? [cronJob(metadata, service.job, { tenant, environment })]
      : []),
    ...(service.host ? [ingress(metadata, service.host, environment)] : []),
    ...(isProduction && service.replicas > 1 ? [budget(metadata, select)] : []),
    ...(isProduction && service.scales
      ? [autoscaler(metadata, service.replicas)]
      : []),
  ];
}

type Metadata = KubernetesObject['metadata'] & { labels: Labels };
type Labels = Record<string, string>;

function deployment(
  metadata: Metadata,
  matchLabels: Labels,
  { name, replicas, trouble, partition }: Service,
  { tenant, environment }: { tenant: string; environment: string },
): KubernetesObject {
  const isProduction = environment === 'prod';
  const wrong = trouble?.environment === environment ? trouble.kind : undefined;
  const tag =
    wrong === 'missing-image' ? 'does-not-exist' : VERSIONS[environment];
  const probe = (path: string) => ({
    httpGet: { path: `/actuator/health/${path}`, port: 8080 },
    periodSeconds: 10,
  });
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      replicas: isProduction ? replicas : 1,
      selector: { matchLabels },
      template: {
        metadata: {
          labels: { ...metadata.labels, 'app.kubernetes.io/version': tag },
          ...(wrong === 'crash-loop' && {
            annotations: { 'sandbox.caas.io/exit-after-seconds': '20' },
          }),
        },
        spec: {
          ...(partition && placement(partition)),
          containers: [
            {
              name: 'app',
              image: `harbor.example.com/${tenant}/${name}:${tag}`,
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [{ name: 'SPRING_PROFILES_ACTIVE', value: environment }],
              resources: isProduction
                ? {
                    requests: { cpu: '250m', memory: '768Mi' },
                    limits: { cpu: '1', memory: '1Gi' },
                  }
                : {
                    requests: { cpu: '100m', memory: '384Mi' },
                    limits: { cpu: '500m', memory: '512Mi' },
                  },
              readinessProbe: probe('readiness'),
              livenessProbe: probe('liveness'),
            },
          ],
        },
      },
    },
  };
}

function cronJob(
  { name: service, namespace, labels }: Metadata,
  { name, schedule }: Required<Service>['job'],
  { tenant, environment }: { tenant: string; environment: string },
): KubernetesObject {
  // It is none of the pods that the service speaks for.
  const own = { ...labels, 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, namespace, labels: own },
    spec: {
      schedule,
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          template: {
            metadata: { labels: own },
            spec: {
              restartPolicy: 'Never',
              containers: [
                {
                  name: 'job',
                  image: `harbor.example.com/${tenant}/${service}:${VERSIONS[environment]}`,
                  args: ['--spring.batch.job.name=renewal'],
                },
              ],
            },
          },
        },
      },
    },
  };
}

function ingress(
  metadata: Metadata,
  host: string,
  environment: string,
): KubernetesObject {
  const prefix = environment === 'prod' ? host : `${host}.${environment}`;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata,
    spec: {
      ingressClassName: 'nginx',
      rules: [
        {
          host: `${prefix}.insurer.example.com`,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: { name: metadata.name, port: { name: 'http' } },
                },
              },
            ],
          },
        },
      ],
    },
  };
}

function budget(metadata: Metadata, matchLabels: Labels): KubernetesObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata,
    spec: { maxUnavailable: 1, selector: { matchLabels } },
  };
}

function autoscaler(metadata: Metadata, replicas: number): KubernetesObject {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: metadata.name,
      },
      minReplicas: 2,
      maxReplicas: replicas * 2,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 60 },
          },
        },
      ],
    },
  };
}
