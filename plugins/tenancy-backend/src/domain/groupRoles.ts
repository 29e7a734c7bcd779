import {
  PLATFORM_ROLES,
  type PlatformRole,
  type TenantRole,
} from '@caas/plugin-tenancy-common';

/** Who says that a person is in a group: the catalog, or the claim of the person's sign-in. */
export type GroupSource = 'catalog' | 'claim';

/** Groups by who says so. The same name from the two is not the same group. */
export type Groups = Record<GroupSource, readonly string[]>;

/** What the members of a group hold: a role for the whole platform, or one in a tenant. */
export type GroupRole = { source: GroupSource; group: string } & (
  { platformRole: PlatformRole } | { tenant: string; role: TenantRole }
);

/** What somebody in these groups holds for the whole platform, in the order of the roles. */
export function platformRolesOfGroups(
  table: readonly GroupRole[],
  groups: Groups,
): PlatformRole[] {
  const held = table.flatMap(entry =>
    'platformRole' in entry && isIn(groups, entry) ? [entry.platformRole] : [],
  );
  return PLATFORM_ROLES.filter(role => held.includes(role));
}

/** What somebody in these groups holds in tenants. */
export function tenantRolesOfGroups(
  table: readonly GroupRole[],
  groups: Groups,
): { tenant: string; role: TenantRole }[] {
  return table.flatMap(entry =>
    'tenant' in entry && isIn(groups, entry)
      ? [{ tenant: entry.tenant, role: entry.role }]
      : [],
  );
}

/** The groups whose members hold a role; `tenant` only for a role inside a tenant. */
export function groupsHolding(
  table: readonly GroupRole[],
  role: PlatformRole | TenantRole,
  tenant?: string,
): Groups {
  return groupsOf(
    table.filter(entry =>
      'platformRole' in entry
        ? entry.platformRole === role
        : entry.role === role && entry.tenant === tenant,
    ),
  );
}

/** The groups that may hear of a tenant: those with a role in it, and those of the platform. */
export function groupsAround(
  table: readonly GroupRole[],
  tenant: string,
): Groups {
  return groupsOf(
    table.filter(entry => 'platformRole' in entry || entry.tenant === tenant),
  );
}

/** The groups of a table, each once. */
export function groupsOf(table: readonly GroupRole[]): Groups {
  const from = (source: GroupSource) => [
    ...new Set(
      table.filter(entry => entry.source === source).map(({ group }) => group),
    ),
  ];
  return { catalog: from('catalog'), claim: from('claim') };
}

function isIn(groups: Groups, { source, group }: GroupRole): boolean {
  return groups[source].includes(group);
}
