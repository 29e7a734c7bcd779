import { InputError } from '@backstage/errors';
import {
  PLATFORM_ROLES,
  type Memberships,
  type PlatformRole,
  type TenantRole,
} from '@caas/plugin-tenancy-common';
import type { PeopleDirectory } from '../clients/PeopleDirectory';
import type { MemberStore } from '../database/MemberStore';
import type { RoleInTenant, TenantStore } from '../database/TenantStore';
import {
  groupsAround,
  groupsHolding,
  platformRolesOfGroups,
  tenantRolesOfGroups,
  type GroupRole,
  type Groups,
} from '../domain/groupRoles';
import type { ClaimedGroups } from './ClaimedGroups';
import type { MembershipService } from './MembershipService';
import { platformRolesOf, type PlatformRoles } from './platformRoles';

type Options = {
  tenants: TenantStore;
  members: MemberStore;
  platformRoles: PlatformRoles;
  groupRoles: GroupRole[];
  claimedGroups: ClaimedGroups;
  directory: PeopleDirectory;
};

/**
 * Adds what people hold themselves, in the tenants file, the portal and the configuration, to what their groups hold: those of the
 * catalog, and those that their last sign-in claimed.
 *
 * @remarks
 * Whoever is not in the catalog holds nothing, whatever the rest says: that is how somebody who leaves the house loses
 * everything at once, however long their token lives.
 */
export class DefaultMembershipService implements MembershipService {
  static create(options: Options): DefaultMembershipService {
    return new DefaultMembershipService(options);
  }

  private constructor(private readonly options: Options) {}

  async get(user: string): Promise<Memberships> {
    const { tenants, members, platformRoles, groupRoles } = this.options;
    const groups = await this.findGroupsOf(user);
    if (!groups) return { user, platformRoles: [], tenants: [] };
    const held = [
      ...platformRolesOf(platformRoles, user),
      ...platformRolesOfGroups(groupRoles, groups),
    ];
    const byCode = new Map<string, Memberships['tenants'][number]>();
    for (const { role, ...tenant } of [
      ...(await tenants.listRolesOf(user)),
      ...(await this.listTenantRolesOf(groups)),
    ]) {
      const roles = byCode.get(tenant.code)?.roles ?? [];
      byCode.set(tenant.code, {
        ...tenant,
        roles: [...new Set([...roles, role])],
        permissions: [],
      });
    }
    for (const grant of await members.listCustomGrantsOf(user)) {
      const { permissions, ...tenant } = grant;
      const known = byCode.get(tenant.code) ?? {
        ...tenant,
        roles: [],
        permissions: [],
      };
      byCode.set(tenant.code, {
        ...known,
        permissions: [...new Set([...known.permissions, ...permissions])],
      });
    }
    return {
      user,
      platformRoles: PLATFORM_ROLES.filter(role => held.includes(role)),
      tenants: [...byCode.values()],
    };
  }

  async listHolders(
    role: PlatformRole | TenantRole,
    tenant?: string,
  ): Promise<string[]> {
    const themselves = await this.listOwnHolders(role, tenant);
    const { groupRoles } = this.options;
    return this.withMembers(
      themselves,
      groupsHolding(groupRoles, role, tenant),
    );
  }

  async listAudience(tenant: string): Promise<string[]> {
    const { groupRoles, platformRoles, members } = this.options;
    const people = await members.listPeople(tenant);
    return this.withMembers(
      [
        ...people.map(({ user }) => user),
        ...Object.values(platformRoles).flat(),
      ],
      groupsAround(groupRoles, tenant),
    );
  }

  /** The people and the members of the groups, as far as the catalog knows them. */
  private async withMembers(
    people: string[],
    groups: Groups,
  ): Promise<string[]> {
    const { claimedGroups, directory } = this.options;
    const everybody = [
      ...people,
      ...(await claimedGroups.listMembers(groups.claim)),
      ...(await directory.listMembers([...groups.catalog])),
    ];
    return directory.listKnown([...new Set(everybody)]);
  }

  private async listOwnHolders(
    role: PlatformRole | TenantRole,
    tenant?: string,
  ): Promise<string[]> {
    if (isPlatformRole(role)) return this.options.platformRoles[role];
    if (tenant === undefined) {
      throw new InputError(
        `tenant: '${role}' is a role inside a tenant: name the tenant`,
      );
    }
    const members = await this.options.tenants.listMembers(tenant);
    return members
      .filter(member => member.role === role)
      .map(member => member.user);
  }

  private async findGroupsOf(user: string): Promise<Groups | undefined> {
    const { claimedGroups, directory } = this.options;
    const catalog = await directory.findGroupsOf(user);
    return catalog && { catalog, claim: await claimedGroups.listOf(user) };
  }

  private async listTenantRolesOf(groups: Groups): Promise<RoleInTenant[]> {
    const roles: RoleInTenant[] = [];
    for (const { tenant: code, role } of tenantRolesOfGroups(
      this.options.groupRoles,
      groups,
    )) {
      const tenant = await this.options.tenants.find(code);
      if (tenant && tenant.state !== 'closed') {
        const { name, nameEn } = tenant;
        roles.push({ code, name, nameEn, role });
      }
    }
    return roles;
  }
}

function isPlatformRole(role: string): role is PlatformRole {
  return PLATFORM_ROLES.includes(role as PlatformRole);
}
