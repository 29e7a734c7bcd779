import { operation } from '@caas/contract';
import { z } from 'zod';
import {
  department,
  departmentChange,
  departmentCode,
  newDepartment,
} from '../departments';
import {
  departmentUpdatePermission,
  tenantReadPermission,
} from '../permissions';
import { tenantCode } from '../schemas';
import { editedVersion } from '../tenantInputs';

const access = {
  kind: 'permission',
  permission: departmentUpdatePermission,
} as const;

/** The organisation tree of a tenant. */
export const departments = {
  list: operation({
    method: 'GET',
    path: '/tenants/{tenant}/departments',
    summary: 'List the departments of a tenant',
    access: { kind: 'permission', permission: tenantReadPermission },
  })
    .input(z.object({ tenant: tenantCode }))
    .output(z.object({ items: z.array(department) })),
  create: operation({
    method: 'POST',
    path: '/tenants/{tenant}/departments',
    summary: 'Make a department of a tenant',
    access,
    audit: { event: 'department-create', severity: 'medium' },
  })
    .input(newDepartment)
    .output(department),
  update: operation({
    method: 'PATCH',
    path: '/tenants/{tenant}/departments/{code}',
    summary: 'Rename a department, or move it in the tree',
    access,
    audit: { event: 'department-update', severity: 'medium' },
  })
    .input(departmentChange)
    .output(department),
  delete: operation({
    method: 'DELETE',
    path: '/tenants/{tenant}/departments/{code}',
    summary: 'Delete a department that has nobody and nothing below it',
    access,
    audit: { event: 'department-delete', severity: 'medium' },
  })
    .input(
      z.object({
        tenant: tenantCode,
        code: departmentCode,
        version: editedVersion,
      }),
    )
    .output(z.object({ code: departmentCode })),
};
