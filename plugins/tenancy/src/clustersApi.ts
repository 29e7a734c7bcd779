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

/** What the forms of tenancy ask of clusters: which there are, their partitions, and what a namespace uses. */
export type ClustersView = Pick<
  ContractClient<ClustersContract>,
  'clusters' | 'namespaces' | 'usage'
>;

/** The client of clusters that the forms use. */
export const clustersViewApiRef = createApiRef<ClustersView>().with({
  id: 'plugin.tenancy.clusters',
  pluginId: 'tenancy',
});

export const clustersViewApi = ApiBlueprint.make({
  name: 'clusters',
  params: define =>
    define({
      api: clustersViewApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        createPluginClient(clustersContract, {
          pluginId: 'clusters',
          fetchApi,
        }),
    }),
});
