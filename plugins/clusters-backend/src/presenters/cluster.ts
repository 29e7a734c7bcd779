import type { Cluster, NamespaceView } from '@caas/plugin-clusters-common';
import type { RegisteredCluster } from '../views/ClusterRegistry';
import type { SeenNamespace, SeenQuota } from '../views/ClusterView';

/** The fields of a cluster that leave: never its address or its token. */
export function presentCluster({
  definition,
  view,
}: RegisteredCluster): Cluster {
  const { state, since, reason, version, nodeCount } = view.status;
  return {
    name: definition.name,
    title: definition.title,
    titleEn: definition.titleEn,
    environments: definition.environments,
    state,
    since: since.toISOString(),
    reason,
    version,
    nodeCount,
    namespaceCount: state === 'connecting' ? undefined : view.namespaces.size,
  };
}

export function presentNamespace(
  cluster: string,
  namespace: SeenNamespace,
  quotas: SeenQuota[],
): NamespaceView {
  return {
    cluster,
    ...namespace,
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
