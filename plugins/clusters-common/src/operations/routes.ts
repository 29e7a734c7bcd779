import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { route } from '../schemas';
import { inNamespaces } from './inputs';

/** Which requests go where, where the cluster has the Gateway API. */
export const routes = {
  list: operation({
    method: 'GET',
    path: '/routes',
    summary: 'List HTTPRoutes of the Gateway API with their rules',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(route)),
};
