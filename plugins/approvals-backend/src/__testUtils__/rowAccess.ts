import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RowAccess } from '@caas/contract-node';
import { RESOURCE_TYPE_REQUEST } from '@caas/plugin-approvals-common';

/** No rows. */
export const NOTHING = RowAccess.fromDecision({ result: AuthorizeResult.DENY });

/** The rows of a tenant. */
export function tenantAccess(tenant: string): RowAccess {
  return RowAccess.fromDecision({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'approvals',
    resourceType: RESOURCE_TYPE_REQUEST,
    conditions: {
      rule: 'IN_TENANTS',
      resourceType: RESOURCE_TYPE_REQUEST,
      params: { tenants: [tenant] },
    },
  });
}
