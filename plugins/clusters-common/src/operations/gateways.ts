import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { gateway } from '../schemas';
import { inNamespaces } from './inputs';

/** What listens for traffic from outside, where the cluster has the Gateway API. */
export const gateways = {
  list: operation({
    method: 'GET',
    path: '/gateways',
    summary: 'List Gateways of the Gateway API',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(gateway)),
};
