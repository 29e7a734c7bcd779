import { invalid, modified } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import { patched } from '../api/patch';
import type { ResourceService, WriteOptions } from '../api/ResourceService';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** What a client sends of a `Scale`. */
export type Scale = {
  metadata?: { resourceVersion?: string };
  spec?: { replicas?: number };
};

/** The `scale` subresource of a workload. */
export function scaleOf(object: KubernetesObject) {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const replicas = object.spec?.replicas ?? 1;
  const labels: Record<string, string> =
    object.spec?.selector?.matchLabels ?? {};
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    // As on a real cluster, a zero is left out.
    spec: replicas ? { replicas } : {},
    status: {
      replicas: object.status?.replicas ?? 0,
      selector: Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    },
  };
}

/** A workload with the replicas that a `Scale` asks for, unless the scale is of an older state. */
export function withScale(
  kind: ResourceKind,
  object: KubernetesObject,
  scale: Scale,
): KubernetesObject {
  const { name, resourceVersion } = object.metadata;
  const replicas = scale.spec?.replicas ?? 0;
  if (replicas < 0) {
    const scaleKind = { group: 'autoscaling', kind: 'Scale', plural: 'scales' };
    throw invalid(scaleKind, name, [
      {
        field: 'spec.replicas',
        message: `Invalid value: ${replicas}: must be greater than or equal to 0`,
      },
    ]);
  }
  const expected = scale.metadata?.resourceVersion;
  if (expected && expected !== resourceVersion) throw modified(kind, name);
  return { ...object, spec: { ...object.spec, replicas } };
}

/** Changes the scale of a workload by a whole `Scale`, or by a patch of one. */
export function changeScale(
  resources: ResourceService,
  { kind, before }: { kind: ResourceKind; before: KubernetesObject },
  change: { patchType?: string; body: unknown },
  options: WriteOptions,
) {
  const scale = change.patchType
    ? patched(change.patchType, scaleOf(before), change.body)
    : change.body;
  const after = resources.update(
    kind,
    before.metadata.name,
    withScale(kind, before, scale as Scale),
    options,
  );
  return scaleOf(after);
}
