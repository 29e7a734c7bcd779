import { operation, pageInput, pageOf } from '@caas/contract';
import { personAccess } from '../access';
import { tenantReadPermission } from '../permissions';
import { tenantCode } from '../schemas';

/** Why people have what they have. */
export const access = {
  explain: operation({
    method: 'GET',
    path: '/tenants/{code}/access',
    summary:
      'List the people of a tenant with their roles, and why they have each',
    access: { kind: 'permission', permission: tenantReadPermission },
  })
    .input(pageInput.extend({ code: tenantCode }))
    .output(pageOf(personAccess)),
};
