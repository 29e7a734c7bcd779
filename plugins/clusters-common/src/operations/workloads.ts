import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { workload } from '../schemas';
import { inNamespaces } from './inputs';
import { workloadActions } from './workloadActions';

/** What keeps pods running. */
export const workloads = {
  list: operation({
    method: 'GET',
    path: '/workloads',
    summary: 'List Deployments, StatefulSets and DaemonSets',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces)
    .output(pageOf(workload)),
  ...workloadActions,
};
