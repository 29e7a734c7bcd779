import { operation } from '@caas/contract';
import { z } from 'zod';
import {
  nodeCordonPermission,
  nodeLabelPermission,
  nodeTaintPermission,
} from '../permissions';
import {
  actionReason,
  changedNode,
  clusterName,
  labelChange,
  taintChange,
} from '../schemas';
import { objectName } from './inputs';

const ofNode = z.object({
  cluster: clusterName,
  name: objectName,
  reason: actionReason.optional(),
});
const MOST_CHANGES = 20;

/** What administrators do with nodes, beside draining them. */
export const nodeActions = {
  cordon: operation({
    method: 'POST',
    path: '/clusters/{cluster}/nodes/{name}/cordon',
    summary: 'Let no new pods come to a node',
    access: { kind: 'permission', permission: nodeCordonPermission },
    audit: { event: 'node-cordon', severity: 'medium' },
  })
    .input(ofNode)
    .output(changedNode),
  uncordon: operation({
    method: 'POST',
    path: '/clusters/{cluster}/nodes/{name}/uncordon',
    summary: 'Let new pods come to a node again',
    access: { kind: 'permission', permission: nodeCordonPermission },
    audit: { event: 'node-uncordon', severity: 'medium' },
  })
    .input(ofNode)
    .output(changedNode),
  label: operation({
    method: 'POST',
    path: '/clusters/{cluster}/nodes/{name}/labels',
    summary: 'Set, change or take away labels of a node',
    access: { kind: 'permission', permission: nodeLabelPermission },
    audit: { event: 'node-label', severity: 'medium' },
  })
    .input(
      ofNode.extend({ changes: z.array(labelChange).min(1).max(MOST_CHANGES) }),
    )
    .output(changedNode),
  taint: operation({
    method: 'POST',
    path: '/clusters/{cluster}/nodes/{name}/taints',
    summary: 'Set, change or take away taints of a node',
    access: { kind: 'permission', permission: nodeTaintPermission },
    audit: { event: 'node-taint', severity: 'high' },
  })
    .input(
      ofNode.extend({ changes: z.array(taintChange).min(1).max(MOST_CHANGES) }),
    )
    .output(changedNode),
};
