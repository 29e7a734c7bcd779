import type {
  CustomRolePermission,
  Memberships,
  TenantRole,
} from '@caas/plugin-tenancy-common';
import type { Loadable } from '@caas/portal-ui';
import { useMemberships } from './useMemberships';

/** Roles inside a tenant whose holders may ask for something. The server has the last word. */
const ASKING_ROLES: readonly TenantRole[] = [
  'tenant-admin',
  'developer',
  'operator',
];

/** What a custom role needs for the same. */
const ASKING_PERMISSION: CustomRolePermission = 'approvals.request.create';

/** A tenant for which the person may ask. @public */
export type AskableTenant = Memberships['tenants'][number];

/**
 * Whether one of these roles may ask for something in its tenant.
 *
 * @public
 */
export function mayAsk(roles: readonly TenantRole[]): boolean {
  return roles.some(role => ASKING_ROLES.includes(role));
}

/**
 * The tenants for which the person may ask for something: those in which they have a role that may, built-in or custom.
 *
 * @public
 */
export function useAskableTenants(): Loadable<AskableTenant[]> {
  const memberships = useMemberships();
  if (memberships.status !== 'data') return memberships;
  const { tenants } = memberships.data;
  return {
    ...memberships,
    data: tenants.filter(
      ({ roles, permissions }) =>
        mayAsk(roles) || permissions.includes(ASKING_PERMISSION),
    ),
  };
}
