import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { job } from '../schemas';
import { inNamespaces } from './inputs';

/** What runs to its end, once or by the clock. */
export const jobs = {
  list: operation({
    method: 'GET',
    path: '/jobs',
    summary: 'List Jobs and CronJobs',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(inNamespaces.omit({ entity: true }))
    .output(pageOf(job)),
};
