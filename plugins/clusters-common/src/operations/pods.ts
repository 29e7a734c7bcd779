import { operation, pageOf } from '@caas/contract';
import { workloadReadPermission } from '../permissions';
import { pod, workloadKind } from '../schemas';
import { inNamespaces, objectName } from './inputs';

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
};
