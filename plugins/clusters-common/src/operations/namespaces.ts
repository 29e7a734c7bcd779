import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import { namespaceReadPermission } from '../permissions';
import { clusterName, namespaceView } from '../schemas';

/** Namespaces as they stand on the clusters. */
export const namespaces = {
  list: operation({
    method: 'GET',
    path: '/namespaces',
    summary: 'List namespaces with their quotas as they stand on the clusters',
    access: { kind: 'permission', permission: namespaceReadPermission },
  })
    .input(
      pageInput.extend({
        cluster: clusterName.optional(),
        tenant: z.string().max(63).optional(),
        name: z.string().max(63).optional(),
      }),
    )
    .output(pageOf(namespaceView)),
};
