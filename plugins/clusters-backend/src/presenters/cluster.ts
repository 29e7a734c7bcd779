import type {
  Cluster,
  ClusterDetail,
  NamespaceView,
} from '@caas/plugin-clusters-common';
import { NO_AMOUNTS } from '../domain/amounts';
import { nodeState } from '../domain/nodeState';
import type { RegisteredCluster } from '../views/ClusterRegistry';
import { capacityOfCluster } from '../views/queries/capacity';
import { promisedTo } from '../views/queries/promised';
import type { VisibleNamespace } from '../views/queries/visibleNamespaces';
import type { SeenNode } from '../views/resources/nodes';

/** The fields of a cluster that leave: never its address or its token. */
export function presentCluster({
  definition,
  view,
}: RegisteredCluster): Cluster {
  const { state, since, reason, version } = view.status;
  const isSeen = state !== 'connecting';
  return {
    name: definition.name,
    title: definition.title,
    titleEn: definition.titleEn,
    environments: definition.environments,
    region: definition.region,
    origin: definition.origin,
    state,
    since: since.toISOString(),
    reason,
    version,
    ...(isSeen && {
      nodeCount: view.nodes.seen.size,
      nodeStates: countNodes(view.nodes.seen.all()),
      namespaceCount: view.namespaces.seen.size,
      capacity: capacityOfCluster(view).capacity,
    }),
    gaps: view.gaps,
  };
}

export function presentClusterDetail(
  cluster: RegisteredCluster,
): ClusterDetail {
  const { view } = cluster;
  return {
    ...presentCluster(cluster),
    ...capacityOfCluster(view),
    podPhases: Object.fromEntries(promisedTo(view.pods.seen).phases),
  };
}

function countNodes(nodes: Iterable<SeenNode>): Cluster['nodeStates'] {
  const counts: NonNullable<Cluster['nodeStates']> = {};
  for (const node of nodes) {
    const { state } = nodeState(node);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

export function presentNamespace({
  place,
  view,
  namespace,
}: VisibleNamespace): NamespaceView {
  const { partition: _, ...shown } = namespace;
  const { name } = namespace;
  const quotas = [...view.quotas.seen.in(name)];
  return {
    cluster: place.cluster,
    ...shown,
    requested: promisedTo(view.pods.seen).byNamespace.get(name) ?? NO_AMOUNTS,
    used: view.usage.seen?.namespaces.get(name)?.used,
    quotas: quotas.flatMap(({ hard, used }) =>
      Object.keys(hard)
        .sort()
        .map(resource => ({
          resource,
          hard: hard[resource],
          used: used[resource] ?? '0',
        })),
    ),
  };
}
