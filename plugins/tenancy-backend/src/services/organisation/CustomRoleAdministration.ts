import type {
  CustomRole,
  CustomRoleChange,
  NewCustomRole,
} from '@caas/plugin-tenancy-common';
import type { CustomRoleStore } from '../../database/CustomRoleStore';
import type { Clock } from '../../domain/Clock';
import type { GrantRules } from './GrantRules';
import type { Caller, TenantDoor } from './TenantDoor';

type Options = {
  door: TenantDoor;
  rules: GrantRules;
  customRoles: CustomRoleStore;
  clock: Clock;
  onRolesChange: (tenant: string) => Promise<void>;
};

/** Makes, changes and deletes the roles that tenants make for themselves. */
export class CustomRoleAdministration {
  static create(options: Options): CustomRoleAdministration {
    return new CustomRoleAdministration(options);
  }

  private constructor(private readonly options: Options) {}

  async list(
    caller: Pick<Caller, 'access' | 'actor'>,
    tenant: string,
  ): Promise<CustomRole[]> {
    await this.options.door.open(caller, tenant);
    return this.options.customRoles.list(tenant);
  }

  async create(caller: Caller, asked: NewCustomRole): Promise<CustomRole> {
    const { door, rules, customRoles, clock } = this.options;
    await door.open(caller, asked.tenant);
    await rules.assertHolds(caller, asked.tenant, asked.permissions);
    const role = await customRoles.create(asked, clock.now());
    await this.options.onRolesChange(asked.tenant);
    return role;
  }

  /** Answers the role before, too. What a role holds already can stay, whoever edits it. */
  async update(
    caller: Caller,
    change: CustomRoleChange,
  ): Promise<{ before: CustomRole; after: CustomRole }> {
    const { door, rules, customRoles, clock } = this.options;
    const { tenant, code } = change;
    await door.open(caller, tenant);
    // Should somebody change the role after this look, its version is another one, and the edit is refused.
    const before = await customRoles.get(tenant, code);
    const added = (change.permissions ?? []).filter(
      name => !before.permissions.includes(name),
    );
    await rules.assertHolds(caller, tenant, added);
    const after = await customRoles.update(change, clock.now());
    await this.options.onRolesChange(tenant);
    return { before, after };
  }

  async delete(
    caller: Caller,
    key: { tenant: string; code: string; version: number },
  ): Promise<CustomRole> {
    await this.options.door.open(caller, key.tenant);
    const deleted = await this.options.customRoles.delete(key);
    await this.options.onRolesChange(key.tenant);
    return deleted;
  }
}
