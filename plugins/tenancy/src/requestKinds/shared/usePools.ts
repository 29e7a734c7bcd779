import { useApi } from '@backstage/core-plugin-api';
import type { Quota } from '@caas/plugin-tenancy-common';
import { tenancyApiRef, useTenancyChanges } from '@caas/plugin-tenancy-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';

/** The pools of a tenant, live. */
export function usePools(tenant: string): Loadable<{ items: Quota[] }> {
  const api = useApi(tenancyApiRef);
  return useLoadable(() => api.quotas.list({ code: tenant }), [api, tenant], {
    reloadOn: useTenancyChanges(tenant),
  });
}

/** A place of which a pool is one. */
type Place = { cluster: string; environment: string };

/** The pool of a place. */
export function poolAt(
  pools: readonly Quota[],
  { cluster, environment }: Place,
): Quota | undefined {
  return pools.find(
    pool => pool.cluster === cluster && pool.environment === environment,
  );
}

/** One text for a place, for lists to choose from. */
export function placeKey({ cluster, environment }: Place): string {
  return `${cluster}/${environment}`;
}
