import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Bilingual } from '@caas/plugin-approvals-common';
import type {
  Department,
  DepartmentChange,
  NewDepartment,
} from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { inBothLanguages } from '../domain/inBothLanguages';
import { whyNotUnder } from '../domain/organisation';
import { assertVersion } from '../domain/versions';
import type { DepartmentStore } from './DepartmentStore';
import { lockOpenTenant } from './operations/lockTenant';
import type { DbDepartmentRow } from './organisationTables';

/** More than a house has; a list of them is one page. */
const MAX_DEPARTMENTS = 500;

type CountedRow = DbDepartmentRow & { member_count: number | string };

/** Every change takes the lock of the tenant first, so a tree is changed by one at a time. */
export class DatabaseDepartmentStore implements DepartmentStore {
  static create(options: { knex: Knex }): DatabaseDepartmentStore {
    return new DatabaseDepartmentStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  list(tenant: string): Promise<Department[]> {
    return listDepartments(this.knex, tenant);
  }

  async create(asked: NewDepartment, now: Date): Promise<Department> {
    const { tenant, code, parent } = asked;
    return this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      const tree = await listDepartments(tx, tenant);
      if (tree.some(department => department.code === code)) {
        throw inBothLanguages(ConflictError, {
          'zh-CN': `code: 租户“${tenant}”已有部门“${code}”。请换一个编码`,
          en: `code: tenant '${tenant}' already has a department '${code}'. Choose another code`,
        });
      }
      if (tree.length >= MAX_DEPARTMENTS) {
        throw inBothLanguages(ConflictError, {
          'zh-CN': `租户“${tenant}”已有 ${MAX_DEPARTMENTS} 个部门，达到上限。请先删除一个`,
          en: `Tenant '${tenant}' has ${MAX_DEPARTMENTS} departments, which is as many as there can be. Delete one first`,
        });
      }
      assertCanStandUnder(tree, code, parent);
      await tx<DbDepartmentRow>('departments').insert({
        tenant,
        code,
        name: asked.name,
        name_en: asked.nameEn,
        parent: parent ?? null,
        version: 1,
        updated_at: now.toISOString(),
      });
      return getDepartment(tx, tenant, code);
    });
  }

  async update(change: DepartmentChange, now: Date): Promise<Department> {
    const { tenant, code, version, name, nameEn, parent } = change;
    return this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      const before = await getDepartment(tx, tenant, code);
      assertVersion(departmentNamed(code), before.version, version);
      const tree = await listDepartments(tx, tenant);
      assertCanStandUnder(tree, code, parent ?? undefined);
      await tx<DbDepartmentRow>('departments')
        .where({ tenant, code })
        .update({
          name: name ?? before.name,
          name_en: nameEn ?? before.nameEn,
          parent: parent === undefined ? (before.parent ?? null) : parent,
          version: version + 1,
          updated_at: now.toISOString(),
        });
      return getDepartment(tx, tenant, code);
    });
  }

  async delete(key: { tenant: string; code: string; version: number }) {
    const { tenant, code, version } = key;
    return this.knex.transaction(async tx => {
      await lockOpenTenant(tx, tenant);
      const before = await getDepartment(tx, tenant, code);
      assertVersion(departmentNamed(code), before.version, version);
      const below = await tx<DbDepartmentRow>('departments')
        .where({ tenant, parent: code })
        .orderBy('code')
        .select('code');
      if (before.memberCount > 0 || below.length > 0) {
        const members = before.memberCount;
        const inTheWay: Bilingual[] = [
          ...(members > 0
            ? [{ 'zh-CN': `${members} 名成员`, en: `${members} members` }]
            : []),
          ...below.slice(0, 10).map(child => departmentNamed(child.code)),
        ];
        throw inBothLanguages(ConflictError, {
          'zh-CN': `部门“${code}”还有 ${inTheWay.map(each => each['zh-CN']).join('、')}，不能删除。请先把它们移到别处`,
          en: `Department '${code}' cannot be deleted while it has ${inTheWay.map(({ en }) => en).join(', ')}. Move them elsewhere first`,
        });
      }
      await tx<DbDepartmentRow>('departments').where({ tenant, code }).delete();
      return before;
    });
  }
}

function assertCanStandUnder(
  tree: Department[],
  code: string,
  parent: string | undefined,
): void {
  if (parent === undefined) return;
  const reason = whyNotUnder(tree, code, parent);
  if (reason) throw inBothLanguages(InputError, reason);
}

function departmentNamed(code: string): Bilingual {
  return { 'zh-CN': `部门“${code}”`, en: `department '${code}'` };
}

async function listDepartments(
  knex: Knex,
  tenant: string,
): Promise<Department[]> {
  const rows: CountedRow[] = await counted(knex)
    .where('departments.tenant', tenant)
    .orderBy('departments.code');
  return rows.map(departmentOf);
}

async function getDepartment(
  knex: Knex,
  tenant: string,
  code: string,
): Promise<Department> {
  const row: CountedRow | undefined = await counted(knex)
    .where({ 'departments.tenant': tenant, 'departments.code': code })
    .first();
  if (row) return departmentOf(row);
  throw inBothLanguages(NotFoundError, {
    'zh-CN': `租户“${tenant}”没有部门“${code}”。请在其组织架构中查看已有的部门`,
    en: `There is no department '${code}' in tenant '${tenant}'. Look at the tenant's organisation for those that exist`,
  });
}

function counted(knex: Knex) {
  return knex('departments').select(
    'departments.*',
    knex('member_departments')
      .count('*')
      .where('member_departments.tenant', knex.ref('departments.tenant'))
      .where('member_departments.department', knex.ref('departments.code'))
      .as('member_count'),
  );
}

function departmentOf(row: CountedRow): Department {
  return {
    tenant: row.tenant,
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    parent: row.parent ?? undefined,
    memberCount: Number(row.member_count),
    version: row.version,
  };
}
