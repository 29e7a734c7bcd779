import type { Tenant } from '@caas/plugin-tenancy-common';

/** What stands in the form of a tenant: texts as they were typed. */
export type TenantDraft = {
  code: string;
  name: string;
  nameEn: string;
  admins: string[];
  contacts: string[];
  /** Money a month; not a number while the field is empty. */
  budget: number;
  harborProject: string;
};

export const EMPTY_TENANT: TenantDraft = {
  code: '',
  name: '',
  nameEn: '',
  admins: [],
  contacts: [],
  budget: NaN,
  harborProject: '',
};

/** The form of a tenant that is there. */
export function draftOf(tenant: Tenant): TenantDraft {
  const { code, name, nameEn, contacts, budget, harborProject } = tenant;
  return {
    ...EMPTY_TENANT,
    code,
    name,
    nameEn,
    contacts,
    budget: budget ?? NaN,
    harborProject: harborProject ?? '',
  };
}

const amountOf = (budget: number) => (Number.isNaN(budget) ? null : budget);

/** A new tenant, as the contract takes it. */
export function toNewTenant(draft: TenantDraft) {
  return {
    ...draft,
    budget: amountOf(draft.budget),
    harborProject: draft.harborProject.trim() || null,
  };
}

/** What of a tenant is to change: nothing that the tenants file says, which the portal cannot change. */
export function toTenantChange(draft: TenantDraft, tenant: Tenant) {
  const { name, nameEn, contacts } = draft;
  const { budget, harborProject } = toNewTenant(draft);
  const facts = { name, nameEn, contacts };
  const changeable = Object.fromEntries(
    Object.entries(facts).filter(
      ([fact]) => !(tenant.fileSays as string[]).includes(fact),
    ),
  );
  return {
    code: tenant.code,
    version: tenant.version,
    ...(changeable as Partial<typeof facts>),
    budget,
    harborProject,
  };
}
