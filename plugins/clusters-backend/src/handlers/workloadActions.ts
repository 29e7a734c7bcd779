import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  RowAccess,
  type Call,
  type ContractBuilder,
} from '@caas/contract-node';
import {
  workloadReadPermission,
  type ClustersContract,
} from '@caas/plugin-clusters-common';
import type { Rights } from '../services/actions/ClusterPlaces';
import type { WorkloadActions } from '../services/actions/WorkloadActions';

/** Handlers of what people do with workloads. */
export function workloadActionHandlers(
  os: ContractBuilder<ClustersContract>,
  workloads: WorkloadActions,
  permissions: PermissionsService,
) {
  const rightsOf = ({ access, credentials }: Call): Rights => ({
    access,
    mayRead: async () => {
      const [decision] = await permissions.authorizeConditional(
        [{ permission: workloadReadPermission }],
        { credentials },
      );
      return RowAccess.fromDecision(decision);
    },
  });
  return {
    restart: os.workloads.restart.handler(async ({ input, context }) => {
      context.note(input);
      return workloads.restart(input, rightsOf(context));
    }),
    scale: os.workloads.scale.handler(async ({ input, context }) => {
      context.note(input);
      return workloads.scale(input, rightsOf(context));
    }),
  };
}
