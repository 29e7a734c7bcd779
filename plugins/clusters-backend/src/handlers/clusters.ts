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
      get: os.clusters.get.handler(({ input }) =>
        views.getCluster(input.cluster),
      ),
    },
    nodes: {
      list: os.nodes.list.handler(({ input }) => views.listNodes(input)),
      get: os.nodes.get.handler(({ input }) => views.getNode(input)),
    },
    namespaces: {
      list: os.namespaces.list.handler(({ input, context }) =>
        views.listNamespaces(input, context.access),
      ),
    },
    workloads: {
      list: os.workloads.list.handler(({ input, context }) =>
        views.listWorkloads(input, context.access),
      ),
    },
    pods: {
      list: os.pods.list.handler(({ input, context }) =>
        views.listPods(input, context.access),
      ),
    },
    events: {
      list: os.events.list.handler(({ input, context }) =>
        views.listEvents(input, context.access),
      ),
    },
  };
}
