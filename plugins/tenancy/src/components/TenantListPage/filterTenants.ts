import type { Tenant } from '@caas/plugin-tenancy-common';

/** States of a tenant, in the order of its life. */
export const TENANT_STATES = ['active', 'suspended', 'closed'] as const;

export type TenantFilter = { text: string; state: Tenant['state'] | 'all' };

/** The tenants in this state of which a name or the code has this text, in whichever case. */
export function filterTenants<T extends Tenant>(
  tenants: T[],
  { text, state }: TenantFilter,
): T[] {
  const wanted = text.trim().toLocaleLowerCase();
  return tenants.filter(
    tenant =>
      (state === 'all' || tenant.state === state) &&
      [tenant.code, tenant.name, tenant.nameEn].some(name =>
        name.toLocaleLowerCase().includes(wanted),
      ),
  );
}
