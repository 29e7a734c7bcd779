import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { Actions } from '../services/actions';
import type { clusterHandlers } from './clusters';
import { podLogHandlers } from './podLogs';

/** What people see of clusters, and beside each thing what they do with it. */
export function withActions(
  os: ContractBuilder<ClustersContract>,
  seen: ReturnType<typeof clusterHandlers>,
  actions: Actions,
  permissions: PermissionsService,
) {
  return {
    ...seen,
    pods: {
      ...seen.pods,
      ...podLogHandlers(os, actions.logs, permissions),
    },
  };
}
