import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import {
  tenantCreatePermission,
  tenantReadPermission,
  tenantSetStatePermission,
  tenantUpdatePermission,
} from '../permissions';
import { listedTenant, tenantCode, tenantDetail } from '../schemas';
import { newTenant, tenantChange, tenantStateChange } from '../tenantInputs';

/** The tenants. */
export const tenants = {
  list: operation({
    method: 'GET',
    path: '/tenants',
    summary:
      'List the tenants that the caller may see, with what each runs out of first',
    access: { kind: 'permission', permission: tenantReadPermission },
  })
    .input(pageInput)
    .output(pageOf(listedTenant)),
  get: operation({
    method: 'GET',
    path: '/tenants/{code}',
    summary: 'Show a tenant with its members and quotas',
    access: { kind: 'permission', permission: tenantReadPermission },
  })
    .input(z.object({ code: tenantCode }))
    .output(tenantDetail),
  create: operation({
    method: 'POST',
    path: '/tenants',
    summary: 'Make a tenant',
    access: { kind: 'permission', permission: tenantCreatePermission },
    audit: { event: 'tenant-create', severity: 'high' },
  })
    .input(newTenant)
    .output(tenantDetail),
  update: operation({
    method: 'PATCH',
    path: '/tenants/{code}',
    summary:
      'Change what a tenant is called, its contacts, its budget and its Harbor project',
    access: { kind: 'permission', permission: tenantUpdatePermission },
    audit: { event: 'tenant-update', severity: 'medium' },
  })
    .input(tenantChange)
    .output(tenantDetail),
  setState: operation({
    method: 'PUT',
    path: '/tenants/{code}/state',
    summary: 'Suspend, close or reopen a tenant',
    access: { kind: 'permission', permission: tenantSetStatePermission },
    audit: { event: 'tenant-set-state', severity: 'high' },
  })
    .input(tenantStateChange)
    .output(tenantDetail),
};
