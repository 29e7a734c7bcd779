import type { Contracts } from '@caas/contract-node';
import { approvalsContract } from '@caas/plugin-approvals-common';
import { auditContract } from '@caas/plugin-audit-common';
import { clustersContract } from '@caas/plugin-clusters-common';
import { tenancyContract } from '@caas/plugin-tenancy-common';

/** Every contract of the portal, by the id of the plugin that serves it. */
export const contracts: Contracts = {
  clusters: clustersContract,
  tenancy: tenancyContract,
  approvals: approvalsContract,
  audit: auditContract,
};
