import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inBothLanguages } from '../domain/inBothLanguages';
import type {
  CustomGrant,
  Membership,
  MemberStore,
  PersonRecord,
} from './MemberStore';
import { getCustomRole } from './DatabaseCustomRoleStore';
import { lockOpenTenant } from './operations/lockTenant';
import { readPeople } from './operations/readPeople';
import { removeMember } from './operations/removeMember';
import type {
  DbCustomRoleRow,
  DbDepartmentRow,
  DbMemberCustomRoleRow,
  DbMemberDepartmentRow,
} from './organisationTables';
import type { DbMemberRow, DbTenantRow } from './tables';

export class DatabaseMemberStore implements MemberStore {
  static create(options: { knex: Knex }): DatabaseMemberStore {
    return new DatabaseMemberStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async add(membership: Membership, given: { by: string; now: Date }) {
    const { tenant, user } = membership;
    const written = { given_by: given.by, given_at: given.now.toISOString() };
    await this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      if ('role' in membership) {
        const { role } = membership;
        await tx<DbMemberRow>('tenant_members')
          .insert({
            tenant,
            user_ref: user,
            role,
            origin: 'portal',
            ...written,
          })
          .onConflict(['tenant', 'user_ref', 'role', 'origin'])
          .ignore();
        return;
      }
      const { code: role } = await getCustomRole(
        tx,
        tenant,
        membership.customRole,
      );
      await tx<DbMemberCustomRoleRow>('member_custom_roles')
        .insert({ tenant, user_ref: user, role, ...written })
        .onConflict(['tenant', 'user_ref', 'role'])
        .ignore();
    });
  }

  remove(membership: Membership): Promise<void> {
    return removeMember(this.knex, membership);
  }

  async place(place: {
    tenant: string;
    user: string;
    department: string | null;
  }): Promise<void> {
    const { tenant, user, department } = place;
    const placed = { tenant, user_ref: user };
    await this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      if (department === null) {
        await tx<DbMemberDepartmentRow>('member_departments')
          .where(placed)
          .delete();
        return;
      }
      const found = await tx<DbDepartmentRow>('departments')
        .where({ tenant, code: department })
        .first();
      if (!found) {
        throw inBothLanguages(NotFoundError, {
          'zh-CN': `department: 租户“${tenant}”没有部门“${department}”。请从其组织架构中选择`,
          en: `department: there is no department '${department}' in tenant '${tenant}'. Choose one of its organisation`,
        });
      }
      await tx<DbMemberDepartmentRow>('member_departments')
        .insert({ ...placed, department })
        .onConflict(['tenant', 'user_ref'])
        .merge(['department']);
    });
  }

  async listPeople(tenant: string): Promise<PersonRecord[]> {
    return (await readPeople(this.knex, tenant)).get(tenant) ?? [];
  }

  listAllPeople(): Promise<Map<string, PersonRecord[]>> {
    return readPeople(this.knex);
  }

  async listCustomGrantsOf(user: string): Promise<CustomGrant[]> {
    const rows = await this.knex<DbMemberCustomRoleRow>('member_custom_roles')
      .join<DbCustomRoleRow>('custom_roles', join =>
        join
          .on('custom_roles.tenant', 'member_custom_roles.tenant')
          .andOn('custom_roles.code', 'member_custom_roles.role'),
      )
      .join<DbTenantRow>('tenants', 'tenants.code', 'custom_roles.tenant')
      .where('member_custom_roles.user_ref', user)
      .whereNot('tenants.state', 'closed')
      .orderBy(['tenants.code', 'custom_roles.code'])
      .select(
        'tenants.code',
        'tenants.name',
        'tenants.name_en',
        'custom_roles.permissions',
      );
    return rows.map(row => ({
      code: row.code,
      name: row.name,
      nameEn: row.name_en,
      permissions: JSON.parse(row.permissions),
    }));
  }
}
