import {
  ApiBlueprint,
  createApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createPluginClient, type ContractClient } from '@caas/contract';
import {
  clustersContract,
  type ClustersContract,
} from '@caas/plugin-clusters-common';

/** The client of clusters. */
export const clustersApiRef = createApiRef<
  ContractClient<ClustersContract>
>().with({ id: 'plugin.clusters.client', pluginId: 'clusters' });

export const clustersApi = ApiBlueprint.make({
  params: define =>
    define({
      api: clustersApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        createPluginClient(clustersContract, {
          pluginId: 'clusters',
          fetchApi,
        }),
    }),
});
