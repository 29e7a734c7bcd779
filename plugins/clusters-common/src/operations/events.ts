import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { clusterEvent } from '../schemas';
import { inNamespaces, objectName } from './inputs';

/** What clusters tell of their objects. */
export const events = {
  list: operation({
    method: 'GET',
    path: '/events',
    summary: 'List what happened lately, the latest first',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(
      inNamespaces.omit({ entity: true }).extend({
        object: objectName.optional(),
      }),
    )
    .output(pageOf(clusterEvent)),
};
