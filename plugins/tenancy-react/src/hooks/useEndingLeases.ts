import { useApi } from '@backstage/core-plugin-api';
import type { Namespace } from '@caas/plugin-tenancy-common';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import { tenancyApiRef } from '../api';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** As long before its end as the first reminder comes. */
const SOON_MILLISECONDS = 14 * DAY_MILLISECONDS;

/** More than a person sees to at once: those that end first. */
const LIMIT = 100;

/**
 * The namespaces whose lease ends within two weeks, or has ended, the first to end first.
 *
 * @public
 */
export function useEndingLeases(
  options: { tenant?: string; reloadOn?: unknown } = {},
): Loadable<Namespace[]> {
  const { tenant, reloadOn } = options;
  const api = useApi(tenancyApiRef);
  return useLoadable(
    async () => {
      const latest = new Date(Date.now() + SOON_MILLISECONDS);
      const { items } = await api.namespaces.list({
        tenant,
        leaseEndsBy: latest.toISOString(),
        limit: LIMIT,
      });
      return items;
    },
    [api, tenant],
    { reloadOn },
  );
}
