import type { ContractBuilder } from '@caas/contract-node';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import { presentNamespace } from '../presenters/namespace';
import type { TenantService } from '../services/TenantService';

export function tenantHandlers(
  os: ContractBuilder<TenancyContract>,
  tenants: TenantService,
) {
  return {
    tenants: {
      list: os.tenants.list.handler(({ input, context }) =>
        tenants.list(context, input),
      ),
      get: os.tenants.get.handler(({ input, context }) =>
        tenants.get(context, input.code),
      ),
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
      get: os.projection.get.handler(async () => {
        const projection = await tenants.project();
        return {
          ...projection,
          namespaces: projection.namespaces.map(presentNamespace),
        };
      }),
    },
  };
}
