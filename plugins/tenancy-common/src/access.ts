import { z } from 'zod';
import { customRoleCode } from './customRoles';
import { departmentCode } from './departments';
import { TENANT_ROLES } from './roles';
import { userRef } from './schemas';

/**
 * Why somebody has a role: the tenants file says so, somebody gave it in the portal, or a group has it, of the catalog
 * or as the person's sign-in claims it.
 *
 * @public
 */
export const accessReason = z.discriminatedUnion('source', [
  z.object({ source: z.literal('file') }),
  z.object({
    source: z.literal('portal'),
    givenBy: userRef,
    givenAt: z.string(),
  }),
  z.object({ source: z.literal('catalog-group'), group: z.string() }),
  z.object({ source: z.literal('claimed-group'), group: z.string() }),
]);

/** @public */
export type AccessReason = z.infer<typeof accessReason>;

/** A person of a tenant: where in the organisation, and with which roles, each with its reasons. @public */
export const personAccess = z.object({
  user: userRef,
  /** False for somebody whom the catalog does not know (any more): they hold nothing, whatever stands here. */
  isKnown: z.boolean(),
  department: departmentCode.optional(),
  roles: z.array(
    z.object({
      role: z.enum(TENANT_ROLES),
      reasons: z.array(accessReason).min(1),
    }),
  ),
  customRoles: z.array(
    z.object({
      code: customRoleCode,
      name: z.string(),
      nameEn: z.string(),
      reasons: z.array(accessReason).min(1),
    }),
  ),
});

/** @public */
export type PersonAccess = z.infer<typeof personAccess>;
