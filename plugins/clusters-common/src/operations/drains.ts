import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import { nodeDrainPermission, nodeReadPermission } from '../permissions';
import {
  actionReason,
  clusterName,
  drain,
  drainOptions,
  drainPreview,
} from '../schemas';
import { objectName } from './inputs';

const ofNode = z.object({ cluster: clusterName, node: objectName });
const ofDrain = z.object({
  cluster: clusterName,
  id: z.string().trim().min(1).max(64),
});

/** Emptying nodes: records that the portal works on until they are done. */
export const drains = {
  preview: operation({
    method: 'GET',
    path: '/clusters/{cluster}/nodes/{node}/drain-preview',
    summary: 'Show what a drain of a node would do to its pods',
    access: { kind: 'permission', permission: nodeDrainPermission },
  })
    .input(ofNode)
    .output(drainPreview),
  start: operation({
    method: 'POST',
    path: '/clusters/{cluster}/nodes/{node}/drains',
    summary: 'Empty a node, as fast as disruption budgets allow',
    access: { kind: 'permission', permission: nodeDrainPermission },
    audit: { event: 'node-drain', severity: 'high' },
  })
    .input(ofNode.extend(drainOptions.shape).extend({ reason: actionReason }))
    .output(drain),
  list: operation({
    method: 'GET',
    path: '/clusters/{cluster}/drains',
    summary: 'List drains of the nodes of a cluster, the latest first',
    access: { kind: 'permission', permission: nodeReadPermission },
  })
    .input(
      pageInput.extend({ cluster: clusterName, node: objectName.optional() }),
    )
    .output(pageOf(drain)),
  get: operation({
    method: 'GET',
    path: '/clusters/{cluster}/drains/{id}',
    summary: 'Show a drain and what has become of each pod',
    access: { kind: 'permission', permission: nodeReadPermission },
  })
    .input(ofDrain)
    .output(drain),
  cancel: operation({
    method: 'POST',
    path: '/clusters/{cluster}/drains/{id}/cancel',
    summary: 'Stop a drain: pods that are not gone stay where they are',
    access: { kind: 'permission', permission: nodeDrainPermission },
    audit: { event: 'node-drain-cancel', severity: 'medium' },
  })
    .input(
      ofDrain.extend({
        /** Lets new pods come again. */
        uncordon: z.boolean().default(false),
        reason: actionReason.optional(),
      }),
    )
    .output(drain),
};
