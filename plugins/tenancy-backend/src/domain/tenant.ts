import { NotFoundError } from '@backstage/errors';
import type { Bilingual } from '@caas/plugin-approvals-common';
import type { Member, Tenant as TenantView } from '@caas/plugin-tenancy-common';
import { inBothLanguages } from './inBothLanguages';

/** A tenant as tenancy keeps it. */
export type Tenant = Omit<TenantView, 'myRoles' | 'namespaceCount'> & {
  /** Whether the portal makes its group in the catalog. */
  ownsGroup: boolean;
};

/** A tenant with everybody in it. */
export type TenantWithMembers = Tenant & { members: Member[] };

/** A tenant as a row of a list. */
export type TenantSummary = Tenant & { namespaceCount: number };

/** Said of an unknown tenant and of a foreign one alike, so that nobody learns which tenants exist. */
export function tenantNotFound(code: string): NotFoundError {
  return inBothLanguages(NotFoundError, {
    'zh-CN': `没有您可以查看的租户“${code}”。请检查编码，或请该租户的租户管理员添加您`,
    en: `There is no tenant '${code}' that you may see. Check its code, or ask an administrator of the tenant to add you`,
  });
}

/** How a sentence names a tenant. */
export function tenantNamed(code: string): Bilingual {
  return { 'zh-CN': `租户“${code}”`, en: `tenant '${code}'` };
}
