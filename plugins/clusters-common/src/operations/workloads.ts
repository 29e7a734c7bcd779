import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { z } from 'zod';
import { entityInstances, workload } from '../schemas';
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
  ofEntity: operation({
    method: 'GET',
    path: '/entities/{entity}/instances',
    summary: 'Show what runs of an entity of the catalog, by namespace',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(
      z.object({
        /** By the label `backstage.io/kubernetes-id`. */
        entity: z.string().trim().min(1).max(63),
      }),
    )
    .output(entityInstances),
  ...workloadActions,
};
