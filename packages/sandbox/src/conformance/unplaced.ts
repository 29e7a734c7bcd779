/** Pods of this template are never placed on a node: they stay as they were made, with a kubelet and without one. */
export function unplaced(
  labels: Record<string, string> | undefined,
  spec: object = {},
) {
  return {
    ...(labels && { metadata: { labels } }),
    spec: {
      nodeSelector: { 'caas.io/nowhere': 'true' },
      containers: [{ name: 'main', image: 'registry.example.com/life/a:1' }],
      ...spec,
    },
  };
}

/** A workload of unplaced pods. */
export function workload(kind: string, name: string, spec: object = {}) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      template: unplaced(labels),
      ...spec,
    },
  };
}

/** The letters and digits that names end with which the server makes. */
export const END = '[bcdfghjklmnpqrstvwxz2456789]';
