import { RowAccess, type ContractBuilder } from '@caas/contract-node';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import { presentNamespace } from '../presenters/namespace';
import type { TenantAdministration } from '../services/organisation/TenantAdministration';
import type { TenantService } from '../services/TenantService';

export function tenantHandlers(
  os: ContractBuilder<TenancyContract>,
  tenants: TenantService,
  administration: TenantAdministration,
) {
  return {
    tenants: {
      list: os.tenants.list.handler(({ input, context }) =>
        tenants.list(context, input),
      ),
      get: os.tenants.get.handler(({ input, context }) =>
        tenants.get(context, input.code),
      ),
      create: os.tenants.create.handler(async ({ input, context }) => {
        const { code: tenant, ...facts } = input;
        context.note({ tenant, ...facts });
        await administration.create(context, input);
        return tenants.get(after(context), input.code);
      }),
      update: os.tenants.update.handler(async ({ input, context }) => {
        const { code, version, ...change } = input;
        context.note({ tenant: code, version, change });
        const before = await administration.update(context, input);
        const { name, nameEn, contacts, budget, harborProject } = before;
        context.note({
          before: { name, nameEn, contacts, budget, harborProject },
        });
        return tenants.get(after(context), code);
      }),
      setState: os.tenants.setState.handler(async ({ input, context }) => {
        const { code, state, reason } = input;
        context.note({ tenant: code, state, reason });
        const before = await administration.setState(context, input);
        context.note({ before });
        return tenants.get(after(context), code);
      }),
    },
    quotas: {
      list: os.quotas.list.handler(async ({ input, context }) => ({
        items: await tenants.listQuotas(context, input.code),
      })),
    },
    namespaces: {
      list: os.namespaces.list.handler(async ({ input, context }) => {
        const page = await tenants.listNamespaces(context, input);
        return { ...page, items: page.items.map(presentNamespace) };
      }),
    },
    projection: {
      get: os.projection.get.handler(async ({ input }) => {
        const projection = await tenants.project(input.tenant);
        return {
          ...projection,
          namespaces: projection.namespaces.map(presentNamespace),
        };
      }),
    },
  };
}

/** Whoever was allowed to change a tenant sees what has become of it. */
function after({ actor }: { actor?: string }) {
  return { access: RowAccess.all, actor };
}
