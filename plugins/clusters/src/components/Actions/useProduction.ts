import { useApi } from '@backstage/core-plugin-api';
import { useLoadable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';

const PRODUCTION = 'prod';

/** Where something is done: in a namespace, or on a cluster as a whole. */
export type ActionPlace = { cluster: string; namespace?: string };

/** Whether that is in production; undefined until it is known. The backend decides again by itself. */
export function useProduction(place: ActionPlace): boolean | undefined {
  const { cluster, namespace } = place;
  const api = useApi(clustersApiRef);
  const found = useLoadable(async () => {
    const { items } = await api.clusters.list({});
    const environments =
      items.find(each => each.name === cluster)?.environments ?? [];
    if (!namespace) return environments.includes(PRODUCTION);
    const [seen] = (await api.namespaces.list({ cluster, name: namespace }))
      .items;
    return seen?.environment
      ? seen.environment === PRODUCTION
      : environments.includes(PRODUCTION);
  }, [api, cluster, namespace]);
  return found.status === 'data' ? found.data : undefined;
}
