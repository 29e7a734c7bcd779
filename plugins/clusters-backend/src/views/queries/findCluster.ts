import { clusterNotFound } from '../../domain/clusterNotFound';
import type { ClusterRegistry, RegisteredCluster } from '../ClusterRegistry';

/** @throws NotFoundError when the registry does not have it. */
export function findCluster(
  registry: ClusterRegistry,
  cluster: string,
): RegisteredCluster {
  const found = registry.find(cluster);
  if (found) return found;
  throw clusterNotFound(cluster, registry.names);
}
