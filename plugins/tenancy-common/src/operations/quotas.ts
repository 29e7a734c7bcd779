import { operation } from '@caas/contract';
import { z } from 'zod';
import { tenantReadPermission } from '../permissions';
import { quota, tenantCode } from '../schemas';

/** What tenants may hold, and what is left of it. */
export const quotas = {
  list: operation({
    method: 'GET',
    path: '/tenants/{code}/quotas',
    summary: "Show what a tenant's pools hold, and what is left",
    access: { kind: 'permission', permission: tenantReadPermission },
  })
    .input(z.object({ code: tenantCode }))
    .output(z.object({ items: z.array(quota) })),
};
