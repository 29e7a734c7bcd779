import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Bilingual } from '@caas/plugin-approvals-common';
import type {
  CustomRole,
  CustomRoleChange,
  NewCustomRole,
} from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { inBothLanguages } from '../domain/inBothLanguages';
import { assertVersion } from '../domain/versions';
import type { CustomRoleStore } from './CustomRoleStore';
import { lockOpenTenant } from './operations/lockTenant';
import type {
  DbCustomRoleRow,
  DbMemberCustomRoleRow,
} from './organisationTables';

/** More than anybody can tell apart; a list of them is one page. */
const MAX_CUSTOM_ROLES = 100;

type CountedRow = DbCustomRoleRow & { member_count: number | string };

export class DatabaseCustomRoleStore implements CustomRoleStore {
  static create(options: { knex: Knex }): DatabaseCustomRoleStore {
    return new DatabaseCustomRoleStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(tenant: string): Promise<CustomRole[]> {
    const rows: CountedRow[] = await counted(this.knex)
      .where('custom_roles.tenant', tenant)
      .orderBy('custom_roles.code');
    return rows.map(customRoleOf);
  }

  get(tenant: string, code: string): Promise<CustomRole> {
    return getCustomRole(this.knex, tenant, code);
  }

  async create(asked: NewCustomRole, now: Date): Promise<CustomRole> {
    const { tenant, code } = asked;
    return this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      const rows = await tx<DbCustomRoleRow>('custom_roles')
        .where({ tenant })
        .select('code');
      if (rows.some(row => row.code === code)) {
        throw inBothLanguages(ConflictError, {
          'zh-CN': `code: 租户“${tenant}”已有角色“${code}”。请换一个编码`,
          en: `code: tenant '${tenant}' already has a role '${code}'. Choose another code`,
        });
      }
      if (rows.length >= MAX_CUSTOM_ROLES) {
        throw inBothLanguages(ConflictError, {
          'zh-CN': `租户“${tenant}”已有 ${MAX_CUSTOM_ROLES} 个自定义角色，达到上限。请先删除一个`,
          en: `Tenant '${tenant}' has ${MAX_CUSTOM_ROLES} custom roles, which is as many as there can be. Delete one first`,
        });
      }
      await tx<DbCustomRoleRow>('custom_roles').insert({
        tenant,
        code,
        name: asked.name,
        name_en: asked.nameEn,
        permissions: JSON.stringify(asked.permissions),
        version: 1,
        updated_at: now.toISOString(),
      });
      return getCustomRole(tx, tenant, code);
    });
  }

  async update(change: CustomRoleChange, now: Date): Promise<CustomRole> {
    const { tenant, code, version, name, nameEn, permissions } = change;
    return this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      const before = await getCustomRole(tx, tenant, code);
      assertVersion(roleNamed(code), before.version, version);
      await tx<DbCustomRoleRow>('custom_roles')
        .where({ tenant, code })
        .update({
          name: name ?? before.name,
          name_en: nameEn ?? before.nameEn,
          permissions: JSON.stringify(permissions ?? before.permissions),
          version: version + 1,
          updated_at: now.toISOString(),
        });
      return getCustomRole(tx, tenant, code);
    });
  }

  async delete(key: { tenant: string; code: string; version: number }) {
    const { tenant, code, version } = key;
    return this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      const before = await getCustomRole(tx, tenant, code);
      assertVersion(roleNamed(code), before.version, version);
      const holders = await tx<DbMemberCustomRoleRow>('member_custom_roles')
        .where({ tenant, role: code })
        .orderBy('user_ref')
        .select('user_ref');
      if (holders.length > 0) {
        const names = holders.slice(0, 10).map(({ user_ref: user }) => user);
        const count = holders.length;
        const isMore = count > names.length;
        throw inBothLanguages(ConflictError, {
          'zh-CN': `角色“${code}”仍有人拥有，不能删除：${names.join('、')}${isMore ? ` 等 ${count} 人` : ''}。请先收回`,
          en: `Role '${code}' cannot be deleted while people have it: ${names.join(', ')}${isMore ? ` and ${count - names.length} more` : ''}. Take it from them first`,
        });
      }
      await tx<DbCustomRoleRow>('custom_roles')
        .where({ tenant, code })
        .delete();
      return before;
    });
  }
}

/** @throws NotFoundError */
export async function getCustomRole(
  knex: Knex,
  tenant: string,
  code: string,
): Promise<CustomRole> {
  const row: CountedRow | undefined = await counted(knex)
    .where({ 'custom_roles.tenant': tenant, 'custom_roles.code': code })
    .first();
  if (row) return customRoleOf(row);
  throw inBothLanguages(NotFoundError, {
    'zh-CN': `租户“${tenant}”没有自定义角色“${code}”。请查看该租户已有的角色`,
    en: `There is no custom role '${code}' in tenant '${tenant}'. Look at the tenant's roles for those that exist`,
  });
}

function roleNamed(code: string): Bilingual {
  return { 'zh-CN': `角色“${code}”`, en: `role '${code}'` };
}

function counted(knex: Knex) {
  return knex('custom_roles').select(
    'custom_roles.*',
    knex('member_custom_roles')
      .count('*')
      .where('member_custom_roles.tenant', knex.ref('custom_roles.tenant'))
      .where('member_custom_roles.role', knex.ref('custom_roles.code'))
      .as('member_count'),
  );
}

function customRoleOf(row: CountedRow): CustomRole {
  return {
    tenant: row.tenant,
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    permissions: JSON.parse(row.permissions),
    memberCount: Number(row.member_count),
    version: row.version,
    updatedAt: row.updated_at,
  };
}
