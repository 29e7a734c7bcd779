import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { Actions } from '../services/actions';
import type { clusterHandlers } from './clusters';
import { drainHandlers, nodeActionHandlers } from './nodeActions';
import { podLogHandlers } from './podLogs';
import { workloadActionHandlers } from './workloadActions';

/** What people see of clusters, and beside each thing what they do with it. */
export function withActions<
  Seen extends Pick<
    ReturnType<typeof clusterHandlers>,
    'nodes' | 'workloads' | 'pods'
  >,
>(
  os: ContractBuilder<ClustersContract>,
  seen: Seen,
  actions: Actions,
  permissions: PermissionsService,
) {
  return {
    ...seen,
    nodes: { ...seen.nodes, ...nodeActionHandlers(os, actions.nodes) },
    drains: drainHandlers(os, actions.drains),
    workloads: {
      ...seen.workloads,
      ...workloadActionHandlers(os, actions.workloads, permissions),
    },
    pods: { ...seen.pods, ...podLogHandlers(os, actions.logs, permissions) },
  };
}
