import { operation } from '@caas/contract';
import { z } from 'zod';
import { clusterReadPermission } from '../permissions';
import { cluster, clusterDetail, clusterName } from '../schemas';

/** The clusters that the portal has a connection to. */
export const clusters = {
  list: operation({
    method: 'GET',
    path: '/clusters',
    summary: 'List the clusters and whether they answer',
    access: { kind: 'permission', permission: clusterReadPermission },
  })
    .input(z.object({}))
    .output(z.object({ items: z.array(cluster) })),
  get: operation({
    method: 'GET',
    path: '/clusters/{cluster}',
    summary: 'Show what a cluster has, promises and uses',
    access: { kind: 'permission', permission: clusterReadPermission },
  })
    .input(z.object({ cluster: clusterName }))
    .output(clusterDetail),
};
