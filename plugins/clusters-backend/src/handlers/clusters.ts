import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { ViewService } from '../services/ViewService';

/** Handlers of what people see of the clusters. */
export function clusterHandlers(
  os: ContractBuilder<ClustersContract>,
  views: ViewService,
) {
  return {
    clusters: {
      list: os.clusters.list.handler(() => ({ items: views.listClusters() })),
    },
    namespaces: {
      list: os.namespaces.list.handler(({ input, context }) =>
        views.listNamespaces(input, context.access),
      ),
    },
  };
}
