import { NotAllowedError } from '@backstage/errors';
import type { TenantRole } from '@caas/plugin-tenancy-common';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { HeldPermissions } from '../../clients/HeldPermissions';
import type { MembershipService } from '../MembershipService';
import { isOfPlatform, type Caller } from './TenantDoor';

type Options = { memberships: MembershipService; held: HeldPermissions };

/** Keeps people from giving what they do not hold themselves. */
export class GrantRules {
  static create(options: Options): GrantRules {
    return new GrantRules(options);
  }

  private constructor(private readonly options: Options) {}

  /** A tenant administrator holds what every built-in role holds; a platform administrator appoints others. */
  async assertMayChangeRole(
    caller: Caller,
    tenant: string,
    { user, role }: { user: string; role: TenantRole },
  ): Promise<void> {
    if (await this.isTenantAdmin(caller, tenant)) return;
    if (!isOfPlatform(caller)) {
      throw inBothLanguages(NotAllowedError, {
        'zh-CN': `角色 ${role} 只能由租户管理员授予和收回，您在租户“${tenant}”的权限仅限自定义角色。请联系租户管理员`,
        en: `The role '${role}' is given and taken by tenant administrators: what you hold in tenant '${tenant}' is for custom roles. Ask a tenant administrator of it`,
      });
    }
    if (user === caller.actor) {
      throw inBothLanguages(NotAllowedError, {
        'zh-CN': `任何人都不能给自己授予角色 ${role}。请联系租户“${tenant}”的租户管理员，或另一名平台管理员`,
        en: `Nobody makes themselves a ${role} of a tenant: ask a tenant administrator of '${tenant}', or another platform administrator`,
      });
    }
  }

  /** Somebody else than an administrator must not gain through a role what nobody gave them. */
  async assertHolds(
    caller: Caller,
    tenant: string,
    permissions: readonly string[],
  ): Promise<void> {
    if (permissions.length === 0) return;
    const held: readonly string[] = await this.options.held.listHeld(
      caller.credentials,
      tenant,
    );
    const missing = permissions.filter(name => !held.includes(name));
    if (missing.length === 0) return;
    throw inBothLanguages(NotAllowedError, {
      'zh-CN': `不能授予自己没有的权限。您在租户“${tenant}”没有：${missing.join('、')}。请去掉这些权限，或请拥有者授予`,
      en: `Nobody gives what they do not hold themselves, and in tenant '${tenant}' you do not hold ${missing.join(', ')}. Leave that out, or ask somebody who holds it`,
    });
  }

  private async isTenantAdmin({ actor }: Caller, code: string) {
    if (!actor?.startsWith('user:')) return false;
    const { tenants } = await this.options.memberships.get(actor);
    return tenants.some(
      tenant => tenant.code === code && tenant.roles.includes('tenant-admin'),
    );
  }
}
