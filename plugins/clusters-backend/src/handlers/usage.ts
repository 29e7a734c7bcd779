import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { UsageViews } from '../services/views/usage';
import { seenBy } from './seenBy';

/** Handlers of use over time. */
export function usageHandlers(
  os: ContractBuilder<ClustersContract>,
  views: UsageViews,
) {
  return {
    usage: {
      ofCluster: os.usage.ofCluster.handler(({ input }) =>
        views.ofCluster(input),
      ),
      ofNamespace: os.usage.ofNamespace.handler(seenBy(views.ofNamespace)),
    },
  };
}
