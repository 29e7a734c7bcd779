import type { ContractBuilder } from '@caas/contract-node';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import type { NamespaceExports } from '../services/NamespaceExports';

/** Handlers of what was kept of namespaces. */
export function namespaceExportHandlers(
  os: ContractBuilder<TenancyContract>,
  exports: NamespaceExports,
) {
  return {
    namespaceExports: {
      list: os.namespaceExports.list.handler(async ({ input, context }) => ({
        items: await exports.list(input.namespace, context.access),
      })),
      get: os.namespaceExports.get.handler(({ input, context }) => {
        context.note(input);
        return exports.get(input, context.access);
      }),
    },
  };
}
