import { NotFoundError } from '@backstage/errors';
import type { TenantRole } from '@caas/plugin-tenancy-common';
import type { LedgerStore } from '../database/LedgerStore';
import type { NamespaceStore } from '../database/NamespaceStore';
import type { TenantStore } from '../database/TenantStore';
import { tenantNotFoundSentence, type TenantSummary } from '../domain/tenant';
import type { Reader, TenantService } from './TenantService';

type Options = {
  tenants: TenantStore;
  ledger: LedgerStore;
  namespaces: NamespaceStore;
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
    const { items, totalCount } = await this.options.tenants.list({
      filter: access.filter,
      limit,
      offset,
    });
    const roles = await this.rolesByTenant(actor);
    return {
      items: items.map(tenant => ({
        ...tenant,
        myRoles: roles.get(tenant.code) ?? [],
      })),
      totalCount,
    };
  }

  async get(reader: Reader, code: string) {
    const tenant = await this.load(reader, code);
    const { tenants, ledger } = this.options;
    const roles = await this.rolesByTenant(reader.actor);
    return {
      ...tenant,
      myRoles: roles.get(code) ?? [],
      members: await tenants.listMembers(code),
      quotas: await ledger.list(code),
    };
  }

  async listQuotas(reader: Reader, code: string) {
    await this.load(reader, code);
    return this.options.ledger.list(code);
  }

  listNamespaces(
    { access }: Reader,
    page: { tenant?: string; limit: number; offset: number },
  ) {
    return this.options.namespaces.list({ ...page, filter: access.filter });
  }

  async project() {
    const { tenants, ledger, namespaces } = this.options;
    const quotas = await ledger.list();
    const all = await tenants.listAll();
    return {
      tenants: all.map(tenant => ({
        ...tenant,
        quotas: quotas.filter(quota => quota.tenant === tenant.code),
      })),
      namespaces: await namespaces.listAll(),
    };
  }

  private async load({ access }: Reader, code: string): Promise<TenantSummary> {
    const tenant = await this.options.tenants.find(code);
    if (!tenant || !access.allows({ tenant: tenant.code })) {
      throw new NotFoundError(tenantNotFoundSentence(code));
    }
    return tenant;
  }

  private async rolesByTenant(
    actor: string | undefined,
  ): Promise<Map<string, TenantRole[]>> {
    const roles = new Map<string, TenantRole[]>();
    if (actor === undefined) return roles;
    for (const { code, role } of await this.options.tenants.listRolesOf(
      actor,
    )) {
      roles.set(code, [...(roles.get(code) ?? []), role]);
    }
    return roles;
  }
}
