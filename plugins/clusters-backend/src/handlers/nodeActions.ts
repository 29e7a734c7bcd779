import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import { presentDrain } from '../presenters/drain';
import type { DrainService } from '../services/actions/DrainService';
import type { NodeActions } from '../services/actions/NodeActions';

/** Handlers of what administrators do with nodes. */
export function nodeActionHandlers(
  os: ContractBuilder<ClustersContract>,
  nodes: NodeActions,
) {
  return {
    cordon: os.nodes.cordon.handler(({ input, context }) => {
      context.note(input);
      return nodes.cordon(input);
    }),
    uncordon: os.nodes.uncordon.handler(({ input, context }) => {
      context.note(input);
      return nodes.uncordon(input);
    }),
    label: os.nodes.label.handler(({ input, context }) => {
      context.note(input);
      return nodes.label(input);
    }),
    taint: os.nodes.taint.handler(({ input, context }) => {
      context.note(input);
      return nodes.taint(input);
    }),
  };
}

/** Handlers of drains. */
export function drainHandlers(
  os: ContractBuilder<ClustersContract>,
  drains: DrainService,
) {
  return {
    preview: os.drains.preview.handler(({ input }) => drains.preview(input)),
    start: os.drains.start.handler(async ({ input, context }) => {
      context.note(input);
      return presentDrain(await drains.start(input, context.actor!));
    }),
    list: os.drains.list.handler(async ({ input }) => {
      const { items, totalCount } = await drains.list(input);
      return { items: items.map(presentDrain), totalCount };
    }),
    get: os.drains.get.handler(async ({ input }) =>
      presentDrain(await drains.get(input)),
    ),
    cancel: os.drains.cancel.handler(async ({ input, context }) => {
      context.note(input);
      return presentDrain(await drains.cancel(input, context.actor!));
    }),
  };
}
