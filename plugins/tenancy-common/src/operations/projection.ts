import { operation } from '@caas/contract';
import { z } from 'zod';
import { department, departmentCode } from '../departments';
import { namespace, tenantCode, tenantDetail, userRef } from '../schemas';

const projectedTenant = tenantDetail.omit({ myRoles: true }).extend({
  /** Whether its group is made by the portal; else the catalog has it from elsewhere. */
  ownsGroup: z.boolean(),
  departments: z.array(department),
  /** Everybody with a role that the portal knows, built-in or custom. */
  people: z.array(
    z.object({ user: userRef, department: departmentCode.optional() }),
  ),
});

/** What the catalog shows of tenancy. */
export const projection = {
  get: operation({
    method: 'GET',
    path: '/projection',
    summary: 'Everything that the catalog shows of tenants and namespaces',
    access: { kind: 'service' },
  })
    /** Everything, or what one tenant has. */
    .input(z.object({ tenant: tenantCode.optional() }))
    .output(
      z.object({
        tenants: z.array(projectedTenant),
        namespaces: z.array(namespace),
      }),
    ),
};
