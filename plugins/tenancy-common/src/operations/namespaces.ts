import { instant, operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import { tenantNamespaceReadPermission } from '../permissions';
import { namespace, tenantCode } from '../schemas';

/** The namespaces that tenants hold. */
export const namespaces = {
  list: operation({
    method: 'GET',
    path: '/namespaces',
    summary: 'List the namespaces that tenants hold',
    access: { kind: 'permission', permission: tenantNamespaceReadPermission },
  })
    .input(
      pageInput.extend({
        tenant: tenantCode.optional(),
        /** Those that are held, or the history: those that were deleted. */
        shows: z.enum(['held', 'deleted']).default('held'),
        /** Only those whose lease is over by then, the first to end first. */
        leaseEndsBy: instant.optional(),
      }),
    )
    .output(pageOf(namespace)),
};
