import type {
  Cluster,
  ClusterDetail,
  NamespaceView,
} from '@caas/plugin-clusters-common';
import type { RegisteredCluster } from '../views/ClusterRegistry';
import { capacityOfCluster } from '../views/queries/capacity';
import type { SeenPod } from '../views/resources/pods';
import type { SeenNamespace } from '../views/resources/namespaces';
import type { SeenQuota } from '../views/resources/quotas';

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
    state,
    since: since.toISOString(),
    reason,
    version,
    nodeCount: isSeen ? view.nodes.seen.size : undefined,
    namespaceCount: isSeen ? view.namespaces.seen.size : undefined,
  };
}

export function presentClusterDetail(
  cluster: RegisteredCluster,
): ClusterDetail {
  const { view } = cluster;
  return {
    ...presentCluster(cluster),
    ...capacityOfCluster(view),
    podPhases: countPhases(view.pods.seen.all()),
    gaps: view.gaps,
  };
}

function countPhases(pods: Iterable<SeenPod>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { phase } of pods) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  return Object.fromEntries(counts);
}

export function presentNamespace(
  cluster: string,
  namespace: SeenNamespace,
  quotas: SeenQuota[],
): NamespaceView {
  const { partition: _, ...shown } = namespace;
  return {
    cluster,
    ...shown,
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
