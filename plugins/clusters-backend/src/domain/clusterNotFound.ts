import { NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';

/** Said of a cluster that the portal does not have, with those that it has. */
export function clusterNotFound(
  cluster: string,
  names: readonly string[],
): NotFoundError {
  const known = names.map(name => `'${name}'`).join(', ');
  return withChinese(
    new NotFoundError(
      `There is no cluster '${cluster}': the portal knows ${known || 'none'}`,
    ),
    `没有集群“${cluster}”：${known ? `现有 ${names.join('、')}` : '门户中还没有集群'}`,
  );
}
