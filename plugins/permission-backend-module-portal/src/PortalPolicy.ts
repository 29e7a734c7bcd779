import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { CUSTOM_ROLE_PERMISSIONS } from '@caas/plugin-tenancy-common';
import type { RoleLookup, Roles } from './RoleLookup';
import { rowLanguageOf, type Person } from './rowLanguages';
import { PORTAL_TABLE, type TableRow } from './table';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const GRANTABLE = new Set<string>(
  CUSTOM_ROLE_PERMISSIONS.map(({ name }) => name),
);
const rowsByName = new Map(
  PORTAL_TABLE.map(row => [row.permission.name, row] as const),
);

/**
 * Reads the table for the person who asks. Whoever is not signed in is denied everything.
 */
export class PortalPolicy implements PermissionPolicy {
  constructor(private readonly roles: RoleLookup) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return DENY;
    const row = rowsByName.get(permission.name);
    // The permission comes from outside: one with a known name and another shape is not that permission.
    if (row && !isSame(row.permission, permission)) return DENY;
    if (row?.everybody === true) return ALLOW;
    const person = {
      userRef: user.info.userEntityRef,
      ownershipRefs: user.info.ownershipEntityRefs,
    };
    const roles = await this.roles.rolesOf(person.userRef);
    if (!row) {
      return roles.platformRoles.includes('platform-admin') ? ALLOW : DENY;
    }
    return decide(row, roles, person);
  }
}

function decide(row: TableRow, roles: Roles, person: Person): PolicyDecision {
  if (overlap(row.platform, roles.platformRoles)) return ALLOW;
  const tenants = roles.tenants
    .filter(
      tenant =>
        overlap(row.tenant, tenant.roles) ||
        givesByCustomRole(row.permission, tenant.permissions),
    )
    .map(tenant => tenant.code);

  const language = rowLanguageOf(row.permission);
  if (!language) return tenants.length > 0 ? ALLOW : DENY;

  const criteria = [
    typeof row.everybody === 'object' ? row.everybody : undefined,
    tenants.length > 0 ? language.inTenants(tenants) : undefined,
    row.involved ? language.involves(person) : undefined,
  ].filter(isDefined);
  const [first, ...rest] = criteria;
  if (!first) return DENY;
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: row.permission.name.split('.')[0],
    resourceType: language.resourceType,
    conditions: { anyOf: [first, ...rest] },
  };
}

/** What a custom role cannot hold counts for nothing, whoever has written it into one. */
function givesByCustomRole(
  { name }: Permission,
  permissions: readonly string[] = [],
): boolean {
  return GRANTABLE.has(name) && permissions.includes(name);
}

function isSame(expected: Permission, sent: Permission): boolean {
  const resourceTypeOf = (permission: Permission) =>
    permission.type === 'resource' ? permission.resourceType : undefined;
  return (
    expected.type === sent.type &&
    resourceTypeOf(expected) === resourceTypeOf(sent)
  );
}

function overlap<T>(wanted: readonly T[] = [], held: readonly T[]): boolean {
  return held.some(role => wanted.includes(role));
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
