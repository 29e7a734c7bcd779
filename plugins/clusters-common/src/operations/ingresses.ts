import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { ingress } from '../schemas';
import { inNamespaces } from './inputs';

/** Which addresses lead into clusters. */
export const ingresses = {
  list: operation({
    method: 'GET',
    path: '/ingresses',
    summary: 'List Ingresses with their rules',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(ingress)),
};
