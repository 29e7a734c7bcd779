import {
  ApiBlueprint,
  createApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createPluginClient, type ContractClient } from '@caas/contract';
import { auditContract, type AuditContract } from '@caas/plugin-audit-common';

/** The client of audit. */
export const auditApiRef = createApiRef<ContractClient<AuditContract>>().with({
  id: 'plugin.audit.client',
  pluginId: 'audit',
});

export const auditApi = ApiBlueprint.make({
  params: define =>
    define({
      api: auditApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) =>
        createPluginClient(auditContract, { pluginId: 'audit', fetchApi }),
    }),
});
