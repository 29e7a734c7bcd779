import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { Views } from '../services/views';
import { inNamespacesHandlers } from './inNamespaces';

/** Handlers of what people see of the clusters. */
export function clusterHandlers(
  os: ContractBuilder<ClustersContract>,
  views: Views,
) {
  return {
    ...inNamespacesHandlers(os, views),
    clusters: {
      list: os.clusters.list.handler(() => ({ items: views.clusters.list() })),
      get: os.clusters.get.handler(({ input }) => views.clusters.get(input)),
    },
    nodes: {
      list: os.nodes.list.handler(({ input }) => views.nodes.list(input)),
      get: os.nodes.get.handler(({ input }) => views.nodes.get(input)),
    },
    namespaces: {
      list: os.namespaces.list.handler(({ input, context }) =>
        views.namespaces.list(input, context.access),
      ),
    },
    workloads: {
      list: os.workloads.list.handler(({ input, context }) =>
        views.workloads.list(input, context.access),
      ),
      ofEntity: os.workloads.ofEntity.handler(({ input, context }) =>
        views.workloads.ofEntity(input, context.access),
      ),
    },
    pods: {
      list: os.pods.list.handler(({ input, context }) =>
        views.pods.list(input, context.access),
      ),
    },
    events: {
      list: os.events.list.handler(({ input, context }) =>
        views.events.list(input, context.access),
      ),
    },
  };
}
