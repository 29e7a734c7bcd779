import {
  findTightestQuota,
  type Quota,
  type TenantRole,
} from '@caas/plugin-tenancy-common';
import type { LedgerStore } from '../database/LedgerStore';
import type { DepartmentStore } from '../database/DepartmentStore';
import type { MemberStore } from '../database/MemberStore';
import type { NamespaceStore } from '../database/NamespaceStore';
import type { TenantStore } from '../database/TenantStore';
import { tenantNotFound, type TenantSummary } from '../domain/tenant';
import type { MembershipService } from './MembershipService';
import type { Reader, TenantService } from './TenantService';
import type { UseOfTenants } from './UseOfTenants';

type Options = {
  tenants: TenantStore;
  ledger: LedgerStore;
  namespaces: NamespaceStore;
  members: MemberStore;
  departments: DepartmentStore;
  memberships: MembershipService;
  use: UseOfTenants;
};

export class DefaultTenantService implements TenantService {
  static create(options: Options): DefaultTenantService {
    return new DefaultTenantService(options);
  }

  private constructor(private readonly options: Options) {}

  async list(
    { access, actor }: Reader,
    { limit, offset }: { limit: number; offset: number },
  ) {
    const { tenants, ledger } = this.options;
    const { items, totalCount } = await tenants.list({
      filter: access.filter,
      limit,
      offset,
    });
    const roles = await this.rolesByTenant(actor);
    const quotas = await ledger.listOfTenants(items.map(({ code }) => code));
    return {
      items: items.map(tenant => ({
        ...tenant,
        myRoles: roles.get(tenant.code) ?? [],
        tightestQuota: findTightestQuota(
          quotas.filter(quota => quota.tenant === tenant.code),
        ),
      })),
      totalCount,
    };
  }

  async get(reader: Reader, code: string) {
    const tenant = await this.load(reader, code);
    const { tenants } = this.options;
    const roles = await this.rolesByTenant(reader.actor);
    return {
      ...tenant,
      myRoles: roles.get(code) ?? [],
      members: await tenants.listMembers(code),
      quotas: await this.readQuotas(code),
    };
  }

  async listQuotas(reader: Reader, code: string) {
    await this.load(reader, code);
    return this.readQuotas(code);
  }

  /** What stands on the clusters is shown beside what the books say, where clusters tells in time. */
  private async readQuotas(code: string): Promise<Quota[]> {
    const [quotas, useOf] = await Promise.all([
      this.options.ledger.list(code),
      this.options.use.ofTenant(code),
    ]);
    return quotas.map(quota => ({ ...quota, ...useOf?.(quota) }));
  }

  listNamespaces(
    { access }: Reader,
    page: {
      tenant?: string;
      shows?: 'held' | 'deleted';
      leaseEndsBy?: string;
      limit: number;
      offset: number;
    },
  ) {
    return this.options.namespaces.list({ ...page, filter: access.filter });
  }

  async project(code?: string) {
    const { tenants, ledger, namespaces, members, departments } = this.options;
    const quotas = await ledger.list();
    const people = await members.listAllPeople();
    const all = (await tenants.listAll()).filter(
      tenant => code === undefined || tenant.code === code,
    );
    const held = (await namespaces.listAll()).filter(
      namespace => code === undefined || namespace.tenant === code,
    );
    return {
      tenants: await Promise.all(
        all.map(async tenant => ({
          ...tenant,
          quotas: quotas.filter(quota => quota.tenant === tenant.code),
          departments: await departments.list(tenant.code),
          people: (people.get(tenant.code) ?? []).map(
            ({ user, department }) => ({ user, department }),
          ),
        })),
      ),
      namespaces: held,
    };
  }

  private async load({ access }: Reader, code: string): Promise<TenantSummary> {
    const tenant = await this.options.tenants.find(code);
    if (!tenant || !access.allows({ tenant: tenant.code })) {
      throw tenantNotFound(code);
    }
    return tenant;
  }

  private async rolesByTenant(
    actor: string | undefined,
  ): Promise<Map<string, TenantRole[]>> {
    if (!actor?.startsWith('user:')) return new Map();
    const { tenants } = await this.options.memberships.get(actor);
    return new Map(tenants.map(({ code, roles }) => [code, roles]));
  }
}
