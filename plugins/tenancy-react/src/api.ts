import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ContractClient } from '@caas/contract';
import type { TenancyContract } from '@caas/plugin-tenancy-common';

/** @public */
export type TenancyApi = ContractClient<TenancyContract>;

/**
 * The client of tenancy: tenants, members, quotas and namespaces.
 *
 * @public
 */
export const tenancyApiRef = createApiRef<TenancyApi>().with({
  id: 'plugin.tenancy.client',
  pluginId: 'tenancy',
});
