import { NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { ClusterRegistry, RegisteredCluster } from '../ClusterRegistry';

/** @throws NotFoundError when the registry does not have it. */
export function findCluster(
  registry: ClusterRegistry,
  cluster: string,
): RegisteredCluster {
  const found = registry.find(cluster);
  if (found) return found;
  const { names } = registry;
  const known = names.map(name => `'${name}'`).join(', ');
  throw withChinese(
    new NotFoundError(
      `There is no cluster '${cluster}': the portal knows ${known || 'none'}`,
    ),
    `没有集群“${cluster}”：门户已知 ${names.join('、') || '0 个集群'}`,
  );
}
