import { useApi } from '@backstage/core-plugin-api';
import { ENVIRONMENTS, type Environment } from '@caas/plugin-tenancy-common';
import { useLoadable } from '@caas/portal-ui';
import { clustersViewApiRef } from '../../clustersApi';

/** An environment of a cluster. */
export type QuotaPlace = { cluster: string; environment: Environment };

/** Every environment of every cluster; none where clusters does not answer, and quotas that there are can still be changed. */
export function usePlaces(): QuotaPlace[] {
  const api = useApi(clustersViewApiRef);
  const clusters = useLoadable(() => api.clusters.list({}), [api]);
  if (clusters.status !== 'data') return [];
  return clusters.data.items.flatMap(({ name, environments }) =>
    ENVIRONMENTS.filter(environment => environments.includes(environment)).map(
      environment => ({ cluster: name, environment }),
    ),
  );
}
