import { ApiError, invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { parseQuantity } from './quantity';

/** The amounts of a quota are quantities, and not negative. */
export function checkQuantities(
  kind: ResourceKind,
  object: KubernetesObject,
): void {
  if (kind.kind !== 'ResourceQuota') return;
  for (const [resource, quantity] of Object.entries(object.spec?.hard ?? {})) {
    const value = parseQuantity(quantity);
    if (value === undefined) {
      throw new ApiError(
        400,
        'BadRequest',
        `ResourceQuota in version "v1" cannot be handled as a ResourceQuota: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
      );
    }
    if (value < 0) {
      throw invalid(kind, object.metadata.name, [
        {
          field: `spec.hard[${resource}]`,
          message: `Invalid value: ${JSON.stringify(quantity)}: must be greater than or equal to 0`,
        },
      ]);
    }
  }
}
