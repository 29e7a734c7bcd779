import { operation } from '@caas/contract';
import { z } from 'zod';
import {
  customRole,
  customRoleChange,
  customRoleCode,
  newCustomRole,
} from '../customRoles';
import {
  customRoleUpdatePermission,
  tenantReadPermission,
} from '../permissions';
import { tenantCode } from '../schemas';
import { editedVersion } from '../tenantInputs';

const access = {
  kind: 'permission',
  permission: customRoleUpdatePermission,
} as const;

/** The roles that a tenant makes for itself. */
export const roles = {
  list: operation({
    method: 'GET',
    path: '/tenants/{tenant}/roles',
    summary: 'List the custom roles of a tenant',
    access: { kind: 'permission', permission: tenantReadPermission },
  })
    .input(z.object({ tenant: tenantCode }))
    .output(z.object({ items: z.array(customRole) })),
  create: operation({
    method: 'POST',
    path: '/tenants/{tenant}/roles',
    summary: 'Make a custom role out of permissions that one holds',
    access,
    audit: { event: 'custom-role-create', severity: 'high' },
  })
    .input(newCustomRole)
    .output(customRole),
  update: operation({
    method: 'PATCH',
    path: '/tenants/{tenant}/roles/{code}',
    summary: 'Change a custom role, at once for everybody who has it',
    access,
    audit: { event: 'custom-role-update', severity: 'high' },
  })
    .input(customRoleChange)
    .output(customRole),
  delete: operation({
    method: 'DELETE',
    path: '/tenants/{tenant}/roles/{code}',
    summary: 'Delete a custom role that nobody has',
    access,
    audit: { event: 'custom-role-delete', severity: 'high' },
  })
    .input(
      z.object({
        tenant: tenantCode,
        code: customRoleCode,
        version: editedVersion,
      }),
    )
    .output(z.object({ code: customRoleCode })),
};
