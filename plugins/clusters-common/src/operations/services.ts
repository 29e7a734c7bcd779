import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { service } from '../schemas';
import { inNamespaces } from './inputs';

/** Under which names and ports pods are reached. */
export const services = {
  list: operation({
    method: 'GET',
    path: '/services',
    summary: 'List Services with their ports and addresses',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(service)),
};
