import { operation, pageInput, pageOf } from '@caas/contract';
import { requestKindProviderContract } from '@caas/plugin-approvals-common';
import { z } from 'zod';
import {
  tenantNamespaceReadPermission,
  tenantReadPermission,
} from './permissions';
import { PLATFORM_ROLES, TENANT_ROLES } from './roles';
import {
  claimedGroups,
  memberships,
  namespace,
  quota,
  tenant,
  tenantCode,
  tenantDetail,
  userRef,
} from './schemas';

/**
 * The operations of tenancy.
 *
 * @public
 */
export const tenancyContract = {
  tenants: {
    list: operation({
      method: 'GET',
      path: '/tenants',
      summary: 'List the tenants that the caller may see',
      access: { kind: 'permission', permission: tenantReadPermission },
    })
      .input(pageInput)
      .output(pageOf(tenant)),
    get: operation({
      method: 'GET',
      path: '/tenants/{code}',
      summary: 'Show a tenant with its members and quotas',
      access: { kind: 'permission', permission: tenantReadPermission },
    })
      .input(z.object({ code: tenantCode }))
      .output(tenantDetail),
  },
  namespaces: {
    list: operation({
      method: 'GET',
      path: '/namespaces',
      summary: 'List the namespaces that tenants hold',
      access: { kind: 'permission', permission: tenantNamespaceReadPermission },
    })
      .input(pageInput.extend({ tenant: tenantCode.optional() }))
      .output(pageOf(namespace)),
  },
  memberships: {
    mine: operation({
      method: 'GET',
      path: '/memberships/mine',
      summary: 'Show the roles of the caller',
      access: { kind: 'authenticated' },
    })
      .input(z.object({}))
      .output(memberships),
    get: operation({
      method: 'GET',
      path: '/memberships',
      summary: 'Show the roles of a person',
      access: { kind: 'service' },
    })
      .input(z.object({ user: userRef }))
      .output(memberships),
    holders: operation({
      method: 'GET',
      path: '/role-holders',
      summary: 'List the people who hold a role on the platform or in a tenant',
      access: { kind: 'service' },
    })
      .input(
        z.object({
          role: z.enum([...PLATFORM_ROLES, ...TENANT_ROLES]),
          /** Required for a role inside a tenant. */
          tenant: tenantCode.optional(),
        }),
      )
      .output(z.object({ users: z.array(userRef) })),
  },
  claimedGroups: {
    record: operation({
      method: 'PUT',
      path: '/claimed-groups',
      summary:
        "Take down the groups that a person's sign-in claims, in the place of those taken down before",
      access: { kind: 'service' },
      audit: { event: 'claimed-groups-record', severity: 'medium' },
    })
      .input(z.object({ user: userRef, groups: claimedGroups }))
      .output(z.object({ groups: z.array(z.string()) })),
  },
  projection: {
    get: operation({
      method: 'GET',
      path: '/projection',
      summary: 'Everything that the catalog shows of tenants and namespaces',
      access: { kind: 'service' },
    })
      .input(z.object({}))
      .output(
        z.object({
          tenants: z.array(tenantDetail.omit({ myRoles: true })),
          namespaces: z.array(namespace),
        }),
      ),
  },
  quotas: {
    list: operation({
      method: 'GET',
      path: '/tenants/{code}/quotas',
      summary: "Show what a tenant's pools hold, and what is left",
      access: { kind: 'permission', permission: tenantReadPermission },
    })
      .input(z.object({ code: tenantCode }))
      .output(z.object({ items: z.array(quota) })),
  },
  ...requestKindProviderContract,
};

/** @public */
export type TenancyContract = typeof tenancyContract;
