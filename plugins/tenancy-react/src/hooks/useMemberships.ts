import { useApi } from '@backstage/core-plugin-api';
import type { Memberships } from '@caas/plugin-tenancy-common';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import { tenancyApiRef } from '../api';

/**
 * The roles of the person who is signed in.
 *
 * @public
 */
export function useMemberships(): Loadable<Memberships> {
  const api = useApi(tenancyApiRef);
  return useLoadable(() => api.memberships.mine({}), [api]);
}
