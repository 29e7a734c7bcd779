import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type {
  NewTenant,
  TenantChange,
  TenantStateChange,
} from '@caas/plugin-tenancy-common';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { PeopleDirectory } from '../../clients/PeopleDirectory';
import type { TenantStore } from '../../database/TenantStore';
import type { Clock } from '../../domain/Clock';
import type { Tenant } from '../../domain/tenant';
import { parseGroup, parseUser } from './parseReference';
import { isOfPlatform, type Caller, type TenantDoor } from './TenantDoor';

type Options = {
  door: TenantDoor;
  tenants: TenantStore;
  directory: PeopleDirectory;
  clock: Clock;
  onRolesChange: (tenant: string) => Promise<void>;
};

/** Makes tenants, changes them, and gives them another state. */
export class TenantAdministration {
  static create(options: Options): TenantAdministration {
    return new TenantAdministration(options);
  }

  private constructor(private readonly options: Options) {}

  async create(caller: Caller, asked: NewTenant): Promise<void> {
    const { tenants, clock, onRolesChange } = this.options;
    const admins = parseUsers('admins', asked.admins);
    const contacts = parseUsers('contacts', asked.contacts);
    await this.assertKnown('admins', admins);
    await this.assertKnown('contacts', contacts);
    // Whoever makes a tenant does not become a member of it by that.
    if (caller.actor && admins.includes(caller.actor)) {
      throw inBothLanguages(NotAllowedError, {
        'zh-CN': `admins: 任何人都不能指定自己为租户管理员。请指定“${caller.actor}”以外的人`,
        en: `admins: nobody makes themselves a tenant administrator. Name somebody else than '${caller.actor}'`,
      });
    }
    await tenants.create(
      {
        ...asked,
        ...(await this.groupFor(asked)),
        admins,
        contacts,
        // The gate has let in nobody without a name.
        by: caller.actor!,
      },
      clock.now(),
    );
    await onRolesChange(asked.code);
  }

  /** Answers the tenant before. */
  async update(caller: Caller, change: TenantChange): Promise<Tenant> {
    const { door, tenants, clock, onRolesChange } = this.options;
    const { code, budget, harborProject } = change;
    const before = await door.open(caller, code);
    if (
      (budget !== undefined || harborProject !== undefined) &&
      !isOfPlatform(caller)
    ) {
      throw inBothLanguages(NotAllowedError, {
        'zh-CN': `租户“${code}”的预算和 Harbor 项目由平台管理员设置。请不要填写，或联系平台管理员`,
        en: `The budget and the Harbor project of tenant '${code}' are set by platform administrators. Leave them out, or ask one`,
      });
    }
    const contacts = change.contacts && parseUsers('contacts', change.contacts);
    if (contacts) await this.assertKnown('contacts', contacts);
    await tenants.update({ ...change, contacts }, clock.now());
    await onRolesChange(code);
    return before;
  }

  /** Answers the state before. */
  async setState(
    caller: Caller,
    change: TenantStateChange,
  ): Promise<Tenant['state']> {
    const { door, tenants, clock, onRolesChange } = this.options;
    await door.open(caller, change.code);
    const before = await tenants.setState(change, clock.now());
    await onRolesChange(change.code);
    return before;
  }

  /** The group that was named, or one that the portal makes. */
  private async groupFor({ code, group }: NewTenant) {
    const { directory } = this.options;
    if (group !== undefined) {
      const named = parseGroup('group', group);
      await this.assertKnown('group', [named]);
      return { group: named, ownsGroup: false };
    }
    const made = `group:default/${code}`;
    const [taken] = await directory.listKnown([made]);
    if (taken) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `code: 目录中已有“${made}”。请换一个编码，或指定该组为此租户`,
        en: `code: the catalog already has '${made}'. Choose another code, or say that this group is the tenant`,
      });
    }
    return { group: made, ownsGroup: true };
  }

  private async assertKnown(field: string, refs: string[]): Promise<void> {
    const known = await this.options.directory.listKnown(refs);
    const unknown = refs.find(ref => !known.includes(ref));
    if (unknown === undefined) return;
    throw inBothLanguages(InputError, {
      'zh-CN': `${field}: 目录中没有“${unknown}”。请从目录中选择`,
      en: `${field}: the catalog knows no '${unknown}'. Choose what is in the catalog`,
    });
  }
}

function parseUsers(field: string, texts: readonly string[]): string[] {
  return [...new Set(texts.map(text => parseUser(field, text)))];
}
