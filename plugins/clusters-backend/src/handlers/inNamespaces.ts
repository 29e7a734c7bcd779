import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { Views } from '../services/views';

/** Handlers of what stands in namespaces, beside what runs there: its network, its storage, its Jobs, and whose it is. */
export function inNamespacesHandlers(
  os: ContractBuilder<ClustersContract>,
  views: Views,
) {
  return {
    tenants: {
      usage: os.tenants.usage.handler(({ input, context }) =>
        views.tenants.usage(input, context.access),
      ),
    },
    jobs: {
      list: os.jobs.list.handler(({ input, context }) =>
        views.jobs.list(input, context.access),
      ),
    },
    autoscalers: {
      list: os.autoscalers.list.handler(({ input, context }) =>
        views.autoscalers.list(input, context.access),
      ),
    },
    services: {
      list: os.services.list.handler(({ input, context }) =>
        views.services.list(input, context.access),
      ),
    },
    ingresses: {
      list: os.ingresses.list.handler(({ input, context }) =>
        views.ingresses.list(input, context.access),
      ),
    },
    gateways: {
      list: os.gateways.list.handler(({ input, context }) =>
        views.gateways.list(input, context.access),
      ),
    },
    routes: {
      list: os.routes.list.handler(({ input, context }) =>
        views.routes.list(input, context.access),
      ),
    },
    persistentVolumeClaims: {
      list: os.persistentVolumeClaims.list.handler(({ input, context }) =>
        views.persistentVolumeClaims.list(input, context.access),
      ),
    },
  };
}
