import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { NamespaceLifecycle } from '../services/lifecycle/NamespaceLifecycle';

/** Handlers of what the owner of a namespace has done to it. */
export function namespaceLifecycleHandlers(
  os: ContractBuilder<ClustersContract>,
  lifecycle: NamespaceLifecycle,
) {
  const { look, stop, start, export: give } = os.namespaceLifecycle;
  return {
    namespaceLifecycle: {
      look: look.handler(({ input, context }) =>
        lifecycle.look(input, context.actor!),
      ),
      stop: stop.handler(({ input, context }) => {
        context.note(input);
        return lifecycle.stop(input, context.actor!);
      }),
      start: start.handler(({ input, context }) => {
        context.note(input);
        return lifecycle.start(input, context.actor!);
      }),
      export: give.handler(({ input, context }) => {
        context.note(input);
        return lifecycle.export(input, context.actor!);
      }),
    },
  };
}
