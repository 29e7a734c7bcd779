import { presentCluster, presentClusterDetail } from '../../presenters/cluster';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { findCluster } from '../../views/queries/findCluster';

/** The clusters that the portal has a connection to. */
export function clusterViews(registry: ClusterRegistry) {
  return {
    list: () => registry.clusters.map(presentCluster),
    get: ({ cluster }: { cluster: string }) =>
      presentClusterDetail(findCluster(registry, cluster)),
  };
}
