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

export function pod(name: string, requests?: Requests) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { containers: [container(requests)] },
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
