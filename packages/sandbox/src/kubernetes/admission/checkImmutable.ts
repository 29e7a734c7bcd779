import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** A ConfigMap or a Secret that says that it never changes keeps its word. */
export function checkImmutable(
  kind: ResourceKind,
  before: KubernetesObject,
  after: KubernetesObject,
): void {
  if (!['ConfigMap', 'Secret'].includes(kind.kind) || !before.immutable) return;
  const faults = ['immutable', 'data', 'binaryData']
    .filter(
      field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    .map(field => ({
      field,
      reason: 'FieldValueForbidden',
      message: 'Forbidden: field is immutable when `immutable` is set',
    }));
  if (faults.length > 0) throw invalid(kind, after.metadata.name, faults);
}
