import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { autoscaler } from '../schemas';
import { inNamespaces } from './inputs';

/** What changes the number of pods by itself. */
export const autoscalers = {
  list: operation({
    method: 'GET',
    path: '/autoscalers',
    summary: 'List HorizontalPodAutoscalers',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(autoscaler)),
};
