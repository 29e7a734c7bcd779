import {
  RESOURCE_DIMENSIONS,
  type Quota,
  type ResourceDimension,
} from '@caas/plugin-tenancy-common';

/** What a tenant will run out of first: a dimension of one of its quotas. @public */
export type TightestQuota = { quota: Quota; dimension: ResourceDimension };

/**
 * Of all that a tenant's quotas count, that of which the largest share is allocated and requested.
 *
 * @public
 */
export function tightestQuota(quotas: Quota[]): TightestQuota | undefined {
  const shares = quotas.flatMap(quota =>
    RESOURCE_DIMENSIONS.map(dimension => ({
      quota,
      dimension,
      share: shareOf(quota, dimension),
    })),
  );
  return shares.reduce<(typeof shares)[number] | undefined>(
    (tightest, each) =>
      tightest && tightest.share >= each.share ? tightest : each,
    undefined,
  );
}

/** Nothing of nothing is not tight. */
function shareOf(quota: Quota, dimension: ResourceDimension): number {
  const taken = quota.allocated[dimension] + quota.requested[dimension];
  if (taken === 0) return 0;
  return taken / quota.hard[dimension];
}
