import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ContractClient } from '@caas/contract';
import type { ApprovalsContract } from '@caas/plugin-approvals-common';

/**
 * The client of approvals, the one desk where decisions are made.
 *
 * @public
 */
export const approvalsApiRef = createApiRef<
  ContractClient<ApprovalsContract>
>().with({ id: 'plugin.approvals.client', pluginId: 'approvals' });

/** @public */
export type ApprovalsApi = ContractClient<ApprovalsContract>;
