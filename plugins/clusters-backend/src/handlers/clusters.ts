import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { Views } from '../services/views';
import { inNamespacesHandlers } from './inNamespaces';
import { seenBy } from './seenBy';

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
      list: os.namespaces.list.handler(seenBy(views.namespaces.list)),
    },
    workloads: {
      list: os.workloads.list.handler(seenBy(views.workloads.list)),
      ofEntity: os.workloads.ofEntity.handler(seenBy(views.workloads.ofEntity)),
    },
    pods: {
      list: os.pods.list.handler(seenBy(views.pods.list)),
    },
    events: {
      list: os.events.list.handler(seenBy(views.events.list)),
    },
  };
}
