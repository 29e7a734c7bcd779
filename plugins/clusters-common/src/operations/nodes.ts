import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import { nodeReadPermission } from '../permissions';
import { clusterName, node, nodeDetail } from '../schemas';
import { objectName } from './inputs';
import { nodeActions } from './nodeActions';

/** The nodes of clusters. */
export const nodes = {
  list: operation({
    method: 'GET',
    path: '/clusters/{cluster}/nodes',
    summary: 'List the nodes of a cluster',
    access: { kind: 'permission', permission: nodeReadPermission },
  })
    .input(
      pageInput.extend({
        cluster: clusterName,
        partition: z.string().max(63).optional(),
      }),
    )
    .output(pageOf(node)),
  get: operation({
    method: 'GET',
    path: '/clusters/{cluster}/nodes/{name}',
    summary: 'Show a node with its labels, taints and conditions',
    access: { kind: 'permission', permission: nodeReadPermission },
  })
    .input(z.object({ cluster: clusterName, name: objectName }))
    .output(nodeDetail),
  ...nodeActions,
};
