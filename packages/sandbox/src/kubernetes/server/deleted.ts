import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** Kinds whose last state is the answer to their deletion. */
const SHOWN = [
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Pod',
  'PodTemplate',
  'ResourceQuota',
  'Service',
  'ServiceAccount',
  'StorageClass',
];

/** The answer to a deletion that is over. */
export function deleted(kind: ResourceKind, object: KubernetesObject): object {
  if (SHOWN.includes(kind.kind)) return object;
  const { name, uid } = object.metadata;
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(kind.group && { group: kind.group }),
      kind: kind.plural,
      uid,
    },
  };
}
