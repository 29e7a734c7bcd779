import { InputError } from '@backstage/errors';
import {
  PLATFORM_ROLES,
  type Memberships,
  type PlatformRole,
  type TenantRole,
} from '@caas/plugin-tenancy-common';
import type { TenantStore } from '../database/TenantStore';
import type { MembershipService } from './MembershipService';
import { platformRolesOf, type PlatformRoles } from './platformRoles';

type Options = { tenants: TenantStore; platformRoles: PlatformRoles };

export class DefaultMembershipService implements MembershipService {
  static create(options: Options): DefaultMembershipService {
    return new DefaultMembershipService(options);
  }

  private constructor(private readonly options: Options) {}

  async get(user: string): Promise<Memberships> {
    const { tenants, platformRoles } = this.options;
    const byCode = new Map<string, Memberships['tenants'][number]>();
    for (const { role, ...tenant } of await tenants.listRolesOf(user)) {
      const roles = byCode.get(tenant.code)?.roles ?? [];
      byCode.set(tenant.code, { ...tenant, roles: [...roles, role] });
    }
    return {
      user,
      platformRoles: platformRolesOf(platformRoles, user),
      tenants: [...byCode.values()],
    };
  }

  async listHolders(
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

  async listAudience(tenant: string): Promise<string[]> {
    const members = await this.options.tenants.listMembers(tenant);
    return [
      ...new Set([
        ...members.map(({ user }) => user),
        ...Object.values(this.options.platformRoles).flat(),
      ]),
    ];
  }
}

function isPlatformRole(role: string): role is PlatformRole {
  return PLATFORM_ROLES.includes(role as PlatformRole);
}
