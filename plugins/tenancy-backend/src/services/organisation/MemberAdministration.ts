import { InputError, NotFoundError } from '@backstage/errors';
import type { PersonAccess, TenantRole } from '@caas/plugin-tenancy-common';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { PeopleDirectory } from '../../clients/PeopleDirectory';
import type { CustomRoleStore } from '../../database/CustomRoleStore';
import type { Membership, MemberStore } from '../../database/MemberStore';
import type { Clock } from '../../domain/Clock';
import type { AccessExplainer } from './AccessExplainer';
import type { GrantRules } from './GrantRules';
import { parseUser } from './parseReference';
import type { Caller, TenantDoor } from './TenantDoor';

type Options = {
  door: TenantDoor;
  rules: GrantRules;
  members: MemberStore;
  customRoles: CustomRoleStore;
  explainer: AccessExplainer;
  directory: PeopleDirectory;
  clock: Clock;
  onRolesChange: (tenant: string) => Promise<void>;
};

type AskedMembership = {
  code: string;
  user: string;
  role?: TenantRole;
  customRole?: string;
};

/** Gives people roles in a tenant, takes them away, and puts people into departments. */
export class MemberAdministration {
  static create(options: Options): MemberAdministration {
    return new MemberAdministration(options);
  }

  private constructor(private readonly options: Options) {}

  async add(caller: Caller, asked: AskedMembership): Promise<PersonAccess> {
    const { door, rules, members, customRoles, directory, clock } =
      this.options;
    const { code } = asked;
    await door.open(caller, code);
    const membership = membershipOf(asked);
    const { user } = membership;
    if ('role' in membership) {
      await rules.assertMayChangeRole(caller, code, membership);
    } else {
      const role = await customRoles.get(code, membership.customRole);
      await rules.assertHolds(caller, code, role.permissions);
    }
    const known = await directory.listKnown([user]);
    if (known.length === 0) {
      throw inBothLanguages(InputError, {
        'zh-CN': `user: 目录中没有用户“${user}”。请从目录中选择`,
        en: `user: the catalog knows nobody called '${user}'. Choose somebody of the catalog`,
      });
    }
    // The gate has let in nobody without a name.
    await members.add(membership, { by: caller.actor!, now: clock.now() });
    return this.changed(code, user);
  }

  async remove(caller: Caller, asked: AskedMembership): Promise<PersonAccess> {
    const { door, rules, members } = this.options;
    const { code } = asked;
    await door.open(caller, code);
    const membership = membershipOf(asked);
    const { user } = membership;
    if ('role' in membership && user !== caller.actor) {
      await rules.assertMayChangeRole(caller, code, membership);
    }
    await members.remove(membership);
    return this.changed(code, user);
  }

  async place(
    caller: Caller,
    asked: { code: string; user: string; department: string | null },
  ): Promise<PersonAccess> {
    const { door, members, explainer } = this.options;
    const { code, department } = asked;
    await door.open(caller, code);
    const user = parseUser('user', asked.user);
    const people = await explainer.explain(code);
    if (!people.some(person => person.user === user)) {
      throw inBothLanguages(NotFoundError, {
        'zh-CN': `“${user}”不是租户“${code}”的成员。请先授予其角色`,
        en: `'${user}' is nobody of tenant '${code}'. Give them a role in it first`,
      });
    }
    await members.place({ tenant: code, user, department });
    return this.changed(code, user);
  }

  private async changed(code: string, user: string): Promise<PersonAccess> {
    await this.options.onRolesChange(code);
    return this.options.explainer.explainPerson(code, user);
  }
}

/** The contract lets through exactly one of the two roles. */
function membershipOf(asked: AskedMembership): Membership {
  const { code: tenant, role, customRole } = asked;
  const user = parseUser('user', asked.user);
  return role === undefined
    ? { tenant, user, customRole: customRole! }
    : { tenant, user, role };
}
