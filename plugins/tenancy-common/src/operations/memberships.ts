import { operation } from '@caas/contract';
import { z } from 'zod';
import { PLATFORM_ROLES, TENANT_ROLES } from '../roles';
import { memberships as membershipsOf, tenantCode, userRef } from '../schemas';

/** Who has which roles. */
export const memberships = {
  mine: operation({
    method: 'GET',
    path: '/memberships/mine',
    summary: 'Show the roles of the caller',
    access: { kind: 'authenticated' },
  })
    .input(z.object({}))
    .output(membershipsOf),
  get: operation({
    method: 'GET',
    path: '/memberships',
    summary: 'Show the roles of a person',
    access: { kind: 'service' },
  })
    .input(z.object({ user: userRef }))
    .output(membershipsOf),
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
};
