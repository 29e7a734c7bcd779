import type { Knex } from 'knex';
import type { Given, PersonRecord } from '../MemberStore';
import type {
  DbCustomRoleRow,
  DbMemberCustomRoleRow,
  DbMemberDepartmentRow,
} from '../organisationTables';
import type { DbMemberRow } from '../tables';

/** The people of one tenant, or of all, with what they have themselves: three queries, however many there are. */
export async function readPeople(
  knex: Knex,
  tenant?: string,
): Promise<Map<string, PersonRecord[]>> {
  const narrow = <T extends Knex.QueryBuilder>(query: T, column: string) =>
    (tenant === undefined ? query : query.where(column, tenant)) as T;
  const roles: DbMemberRow[] = await narrow(
    knex('tenant_members'),
    'tenant',
  ).orderBy(['tenant', 'user_ref', 'role', 'origin']);
  const customRoles: Array<DbMemberCustomRoleRow & NamesOfRole> = await narrow(
    knex('member_custom_roles'),
    'member_custom_roles.tenant',
  )
    .join('custom_roles', join =>
      join
        .on('custom_roles.tenant', 'member_custom_roles.tenant')
        .andOn('custom_roles.code', 'member_custom_roles.role'),
    )
    .orderBy(['member_custom_roles.tenant', 'user_ref', 'role'])
    .select(
      'member_custom_roles.*',
      'custom_roles.name',
      'custom_roles.name_en',
    );
  const departments: DbMemberDepartmentRow[] = await narrow(
    knex('member_departments'),
    'tenant',
  );

  const people = new Map<string, Map<string, PersonRecord>>();
  const personOf = (row: { tenant: string; user_ref: string }) => {
    const inTenant = people.get(row.tenant) ?? new Map<string, PersonRecord>();
    people.set(row.tenant, inTenant);
    const { user_ref: user } = row;
    const person = inTenant.get(user) ?? { user, roles: [], customRoles: [] };
    inTenant.set(user, person);
    return person;
  };
  for (const row of roles) {
    const given = row.origin === 'portal' ? givenOf(row) : undefined;
    personOf(row).roles.push({ role: row.role, given });
  }
  for (const row of customRoles) {
    const { role: code, name, name_en: nameEn } = row;
    personOf(row).customRoles.push({ code, name, nameEn, given: givenOf(row) });
  }
  for (const row of departments) {
    personOf(row).department = row.department;
  }
  return new Map(
    [...people].map(([code, inTenant]) => [
      code,
      [...inTenant.values()].sort((one, other) =>
        one.user < other.user ? -1 : 1,
      ),
    ]),
  );
}

type NamesOfRole = Pick<DbCustomRoleRow, 'name' | 'name_en'>;

function givenOf(row: {
  given_by: string | null;
  given_at: string | null;
}): Given {
  return { by: row.given_by ?? '', at: row.given_at ?? '' };
}
