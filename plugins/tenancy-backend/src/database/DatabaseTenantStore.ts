import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type {
  Member,
  TenantChange,
  TenantStateChange,
} from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import type { TenantSummary } from '../domain/tenant';
import type { TenantDefinition } from '../domain/tenantsFile';
import { applyTenantDefinitions } from './operations/applyTenantDefinitions';
import { changeTenant } from './operations/changeTenant';
import { createTenant, type TenantToMake } from './operations/createTenant';
import { setTenantState } from './operations/setTenantState';
import type { DbMemberRow, DbTenantRow } from './tables';
import type { RoleInTenant, TenantStore } from './TenantStore';

type SummaryRow = DbTenantRow & { namespace_count: number | string };

export class DatabaseTenantStore implements TenantStore {
  static create(options: { knex: Knex }): DatabaseTenantStore {
    return new DatabaseTenantStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  applyDefinitions(definitions: TenantDefinition[], now: Date) {
    return applyTenantDefinitions(this.knex, definitions, now.toISOString());
  }

  create(tenant: TenantToMake, now: Date) {
    return createTenant(this.knex, tenant, now.toISOString());
  }

  update(change: TenantChange, now: Date) {
    return changeTenant(this.knex, change, now.toISOString());
  }

  setState(change: TenantStateChange, now: Date) {
    return setTenantState(this.knex, change, now.toISOString());
  }

  async find(code: string): Promise<TenantSummary | undefined> {
    const row = await this.summaries().where('tenants.code', code).first();
    return row && summaryOf(row);
  }

  async list(page: { filter: RowFilter; limit: number; offset: number }) {
    const columns = { tenant: 'tenants.code' };
    const [{ count }] = await applyRowFilter(
      this.knex('tenants').count({ count: '*' }),
      page.filter,
      columns,
    );
    const rows: SummaryRow[] = await applyRowFilter(
      this.summaries(),
      page.filter,
      columns,
    )
      .orderBy('tenants.code')
      .limit(page.limit)
      .offset(page.offset);
    return { items: rows.map(summaryOf), totalCount: Number(count) };
  }

  async listAll() {
    const rows: SummaryRow[] = await this.summaries().orderBy('tenants.code');
    const members = await this.members();
    return rows.map(row => ({
      ...summaryOf(row),
      members: members
        .filter(({ tenant }) => tenant === row.code)
        .map(memberOf),
    }));
  }

  async listMembers(code: string): Promise<Member[]> {
    const rows = await this.members().where('tenant', code);
    return rows.map(memberOf);
  }

  async listRolesOf(user: string): Promise<RoleInTenant[]> {
    const rows = await this.knex<DbMemberRow>('tenant_members')
      .join<DbTenantRow>('tenants', 'tenants.code', 'tenant_members.tenant')
      .where('tenant_members.user_ref', user)
      .whereNot('tenants.state', 'closed')
      .orderBy(['tenants.code', 'tenant_members.role'])
      // The file and the portal may both say the same.
      .groupBy([
        'tenants.code',
        'tenants.name',
        'tenants.name_en',
        'tenant_members.role',
      ])
      .select(
        'tenants.code',
        'tenants.name',
        'tenants.name_en',
        'tenant_members.role',
      );
    return rows.map(({ code, name, name_en: nameEn, role }) => ({
      code,
      name,
      nameEn,
      role,
    }));
  }

  private members() {
    // The file and the portal may both say the same.
    return this.knex<DbMemberRow>('tenant_members')
      .distinct('tenant', 'user_ref', 'role')
      .orderBy(['tenant', 'user_ref', 'role']);
  }

  private summaries() {
    return this.knex<SummaryRow>('tenants').select(
      'tenants.*',
      this.knex('namespaces')
        .count('*')
        .where('namespaces.tenant', this.knex.ref('tenants.code'))
        .whereNot('namespaces.life', 'deleted')
        .as('namespace_count'),
    );
  }
}

function memberOf(row: Pick<DbMemberRow, 'user_ref' | 'role'>): Member {
  return { user: row.user_ref, role: row.role };
}

function summaryOf(row: SummaryRow): TenantSummary {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    state: row.state,
    group: row.group_ref,
    contacts: JSON.parse(row.contacts),
    ...(row.state_reason !== null && { stateReason: row.state_reason }),
    origin: row.origin,
    fileSays: JSON.parse(row.file_says),
    ownsGroup: Boolean(row.owns_group),
    ...(row.budget !== null && { budget: Number(row.budget) }),
    ...(row.harbor_project !== null && { harborProject: row.harbor_project }),
    version: row.version,
    namespaceCount: Number(row.namespace_count),
  };
}
