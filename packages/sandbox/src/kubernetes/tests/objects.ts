type Requests = Record<string, string>;

export function configMap(name: string, data: Record<string, string> = {}) {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
}

/** Secrets stand where a test counts: the cluster itself puts a config map into each namespace. */
export function secret(name: string, labels?: Record<string, string>) {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, ...(labels && { labels }) },
  };
}

/** What a test wants of a pod beside its name. */
type PodWish = {
  requests?: Requests;
  image?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  spec?: object;
};

export function pod(name: string, wish: PodWish = {}) {
  const { requests, image, labels, annotations, spec } = wish;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
    },
    spec: {
      containers: [{ ...container(requests), ...(image && { image }) }],
      ...spec,
    },
  };
}

export function quota(name: string, hard: Record<string, string>) {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name },
    spec: { hard },
  };
}

/** A disruption budget for the pods of a deployment of the same name. */
export function budget(name: string, minAvailable: number | string) {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name },
    spec: { minAvailable, selector: { matchLabels: { app: name } } },
  };
}

/** What keeps a Deployment at so much of the CPU that it asks for. */
export function autoscaler(
  deploymentName: string,
  { min, max, cpuPercent }: { min: number; max: number; cpuPercent: number },
) {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: deploymentName },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: deploymentName,
      },
      minReplicas: min,
      maxReplicas: max,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: cpuPercent },
          },
        },
      ],
    },
  };
}

export function deployment(
  name: string,
  replicas: number,
  requests?: Requests,
) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [container(requests)] },
      },
    },
  };
}

function container(requests?: Requests) {
  return {
    name: 'main',
    image: 'registry.example.com/life/policy:1.0.0',
    ...(requests && { resources: { requests } }),
  };
}
