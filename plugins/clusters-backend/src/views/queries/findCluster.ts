import { NotFoundError } from '@backstage/errors';
import type { ClusterRegistry, RegisteredCluster } from '../ClusterRegistry';

/** @throws NotFoundError when the registry does not have it. */
export function findCluster(
  registry: ClusterRegistry,
  cluster: string,
): RegisteredCluster {
  const found = registry.find(cluster);
  if (found) return found;
  const known = registry.names.map(name => `'${name}'`).join(', ');
  throw new NotFoundError(
    `There is no cluster '${cluster}': the portal knows ${known || 'none'}`,
  );
}
