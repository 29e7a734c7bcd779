import type {
  Permission,
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  RESOURCE_TYPE_SCAFFOLDER_ACTION,
  RESOURCE_TYPE_SCAFFOLDER_TASK,
  RESOURCE_TYPE_SCAFFOLDER_TEMPLATE,
} from '@backstage/plugin-scaffolder-common/alpha';
import { ROW_RULES } from '@caas/contract';
import { LABELS } from '@caas/plugin-clusters-common';

/** Conditions as they travel: rules by name, held against rows by the plugin that owns them. */
export type Criteria = PermissionCriteria<PermissionCondition>;

/** The person who asks. `ownershipRefs` are the person and the groups the person is a direct member of. */
export type Person = { userRef: string; ownershipRefs: string[] };

/** How "belongs to these tenants" and "involves this person" are said to the owner of a resource type. */
export type RowLanguage = {
  resourceType: string;
  /** Undefined when the rows know nothing of tenants. */
  inTenants(tenants: string[]): Criteria | undefined;
  involves(person: Person): Criteria;
};

/** Our own rows: every one knows the two rules of the contract base. */
const ownRows = (resourceType: string): RowLanguage => ({
  resourceType,
  inTenants: tenants => ({
    resourceType,
    rule: ROW_RULES.inTenants,
    params: { tenants },
  }),
  involves: ({ userRef }) => ({
    resourceType,
    rule: ROW_RULES.involves,
    params: { users: [userRef] },
  }),
});

// The rule names of the stock plugins are written out, because a policy that imports their backends would load them.
// rowLanguages.test.ts holds them against what those backends export.

const labelledTenant = (value?: string): Criteria => ({
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  rule: 'HAS_LABEL',
  params: { label: LABELS.tenant, ...(value && { value }) },
});

/** Entities that are a tenant's alone say so by their label. Whoever takes part in an entity is its owner. */
const catalogEntities: RowLanguage = {
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  inTenants: ([first, ...rest]) =>
    rest.length === 0
      ? labelledTenant(first)
      : { anyOf: [labelledTenant(first), ...rest.map(labelledTenant)] },
  involves: ({ ownershipRefs }) => ({
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
    rule: 'IS_ENTITY_OWNER',
    params: { claims: ownershipRefs },
  }),
};

/** Tasks know who created them, and nothing of tenants. */
const scaffolderTasks: RowLanguage = {
  resourceType: RESOURCE_TYPE_SCAFFOLDER_TASK,
  inTenants: () => undefined,
  involves: ({ userRef }) => ({
    resourceType: RESOURCE_TYPE_SCAFFOLDER_TASK,
    rule: 'IS_TASK_OWNER',
    params: { createdBy: [userRef] },
  }),
};

/**
 * Catalog entities that are no tenant's alone.
 *
 * @remarks
 * The group of a tenant is, too: its relations name everything that the tenant owns.
 */
export const ofNoTenant: Criteria = { not: labelledTenant() };

/** Resource types whose rows belong to no tenant and involve nobody: a role gives all of them, or none. */
const WITHOUT_ROWS: readonly string[] = [
  RESOURCE_TYPE_SCAFFOLDER_ACTION,
  RESOURCE_TYPE_SCAFFOLDER_TEMPLATE,
];

/** The language of a permission's rows; undefined when it is not about rows. */
export function rowLanguageOf(permission: Permission): RowLanguage | undefined {
  if (!isResourcePermission(permission)) return undefined;
  const { resourceType } = permission;
  if (WITHOUT_ROWS.includes(resourceType)) return undefined;
  const stock = [catalogEntities, scaffolderTasks].find(
    language => language.resourceType === resourceType,
  );
  return stock ?? ownRows(resourceType);
}
