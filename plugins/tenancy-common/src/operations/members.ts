import { operation, says } from '@caas/contract';
import { z } from 'zod';
import { personAccess } from '../access';
import { customRoleCode } from '../customRoles';
import { departmentCode } from '../departments';
import { memberUpdatePermission } from '../permissions';
import { TENANT_ROLES } from '../roles';
import { tenantCode, userRef } from '../schemas';

const membership = z
  .object({
    code: tenantCode,
    user: userRef,
    role: z.enum(TENANT_ROLES).optional(),
    customRole: customRoleCode.optional(),
  })
  .refine(
    ({ role, customRole }) =>
      (role === undefined) !== (customRole === undefined),
    {
      path: ['role'],
      ...says(
        'Name either a role or a custom role',
        '请指定租户角色或自定义角色，二者选一',
      ),
    },
  );

const access = {
  kind: 'permission',
  permission: memberUpdatePermission,
} as const;

/** The people in a tenant. */
export const members = {
  add: operation({
    method: 'POST',
    path: '/tenants/{code}/members',
    summary: 'Give a person a role in a tenant, built-in or custom',
    access,
    audit: { event: 'member-add', severity: 'high' },
  })
    .input(membership)
    .output(personAccess),
  remove: operation({
    method: 'DELETE',
    path: '/tenants/{code}/members',
    summary: 'Take a role in a tenant from a person',
    access,
    audit: { event: 'member-remove', severity: 'high' },
  })
    .input(membership)
    .output(personAccess),
  place: operation({
    method: 'PUT',
    path: '/tenants/{code}/members/department',
    summary: 'Put a member into a department of the tenant, or into none',
    access,
    audit: { event: 'member-place', severity: 'low' },
  })
    .input(
      z.object({
        code: tenantCode,
        user: userRef,
        department: departmentCode.nullable(),
      }),
    )
    .output(personAccess),
};
