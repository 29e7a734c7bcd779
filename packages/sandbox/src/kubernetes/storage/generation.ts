import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from './KubernetesObject';
import { contentOf, isSame } from './sameness';

/** Kinds with a spec whose generations Kubernetes does not count. */
const UNCOUNTED = new Set([
  'HorizontalPodAutoscaler',
  'Lease',
  'LimitRange',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'ResourceQuota',
  'Service',
]);

/** Kinds without a spec whose generations it counts. */
const COUNTED = new Set(['EndpointSlice', 'PriorityClass']);

/** Whether an object tells how often what is wanted of it has changed. */
export function hasGeneration(
  kind: ResourceKind,
  { spec }: KubernetesObject,
): boolean {
  if (kind.schema || COUNTED.has(kind.kind)) return true;
  return spec !== undefined && !UNCOUNTED.has(kind.kind);
}

/** Whether something else is wanted of an object than before. */
export function isNewGeneration(
  kind: ResourceKind,
  before: KubernetesObject,
  after: KubernetesObject,
): boolean {
  return kind.schema || COUNTED.has(kind.kind)
    ? !isSame(contentOf(before), contentOf(after))
    : !isSame(before.spec, after.spec);
}
