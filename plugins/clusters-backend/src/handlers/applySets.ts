import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import { presentApplySet } from '../presenters/applySet';
import type { ApplySetService } from '../services/ApplySetService';

/** Handlers of apply sets. */
export function applySetHandlers(
  os: ContractBuilder<ClustersContract>,
  sets: ApplySetService,
) {
  return {
    applySets: {
      put: os.applySets.put.handler(async ({ input, context }) => {
        const { cluster, id, tenant, generation, reason } = input;
        context.note({ cluster, id, tenant, generation, reason });
        return presentApplySet(await sets.put(input, context.actor!));
      }),
      get: os.applySets.get.handler(async ({ input, context }) =>
        presentApplySet(await sets.get(input, context.access)),
      ),
      list: os.applySets.list.handler(async ({ input, context }) => {
        const { items, totalCount } = await sets.list(input, context.access);
        return { items: items.map(presentApplySet), totalCount };
      }),
      changes: os.applySets.changes.handler(({ input, context }) =>
        sets.listChanges(input, context.access),
      ),
      delete: os.applySets.delete.handler(async ({ input, context }) => {
        context.note(input);
        return presentApplySet(await sets.delete(input, context.actor!));
      }),
    },
  };
}
