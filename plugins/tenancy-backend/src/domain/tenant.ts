import type { Member, Tenant as TenantView } from '@caas/plugin-tenancy-common';

/** A tenant as tenancy keeps it. */
export type Tenant = Omit<TenantView, 'myRoles' | 'namespaceCount'>;

/** A tenant with everybody in it. */
export type TenantWithMembers = Tenant & { members: Member[] };

/** A tenant as a row of a list. */
export type TenantSummary = Tenant & { namespaceCount: number };

/** Said of an unknown tenant and of a foreign one alike, so that nobody learns which tenants exist. */
export function tenantNotFoundSentence(code: string): string {
  return `There is no tenant '${code}' that you may see. Check its code, or ask an administrator of the tenant to add you`;
}
