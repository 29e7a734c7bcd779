import type { KubernetesObject } from '../storage/KubernetesObject';

/** The `scale` subresource of a workload. */
export function scaleOf(object: KubernetesObject) {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const labels: Record<string, string> =
    object.spec?.selector?.matchLabels ?? {};
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: object.spec?.replicas ?? 1 },
    status: {
      replicas: object.status?.replicas ?? 0,
      selector: Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    },
  };
}

/** A workload with the replicas that a `Scale` asks for. */
export function withScale(
  object: KubernetesObject,
  scale: { spec?: { replicas?: number } },
): KubernetesObject {
  return {
    ...object,
    spec: { ...object.spec, replicas: scale.spec?.replicas ?? 0 },
  };
}
