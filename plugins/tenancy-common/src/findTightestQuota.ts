import { RESOURCE_DIMENSIONS } from './resources';
import type { Quota, TightestQuota } from './schemas';

/**
 * Of all that a tenant's quotas count, that of which the largest share is allocated and requested; the first of several.
 *
 * @public
 */
export function findTightestQuota(
  quotas: readonly Quota[],
): TightestQuota | undefined {
  return quotas
    .flatMap(({ cluster, environment, hard, allocated, requested }) =>
      RESOURCE_DIMENSIONS.map(dimension => ({
        cluster,
        environment,
        dimension,
        hard: hard[dimension],
        allocated: allocated[dimension],
        requested: requested[dimension],
      })),
    )
    .reduce<TightestQuota | undefined>(
      (tightest, each) =>
        tightest && shareOf(tightest) >= shareOf(each) ? tightest : each,
      undefined,
    );
}

/** Nothing of nothing is not tight. */
function shareOf({ hard, allocated, requested }: TightestQuota): number {
  const taken = allocated + requested;
  return taken === 0 ? 0 : taken / hard;
}
