import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { z } from 'zod';
import { clusterName, pod, podDetail, workloadKind } from '../schemas';
import { inNamespaces, objectName } from './inputs';
import { podLogs } from './podLogs';

/** What runs in namespaces. */
export const pods = {
  list: operation({
    method: 'GET',
    path: '/pods',
    summary: 'List pods',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(
      inNamespaces.extend({
        node: objectName.optional(),
        workloadKind: workloadKind.optional(),
        workload: objectName.optional(),
      }),
    )
    .output(pageOf(pod)),
  get: operation({
    method: 'GET',
    path: '/clusters/{cluster}/namespaces/{namespace}/pods/{pod}',
    summary: 'Show a pod with its containers, as its cluster tells it now',
    access: { kind: 'permission', permission: workloadReadPermission },
  })
    .input(
      z.object({
        cluster: clusterName,
        namespace: objectName,
        pod: objectName,
      }),
    )
    .output(podDetail),
  ...podLogs,
};
