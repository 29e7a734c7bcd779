import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { Views } from '../services/views';
import { seenBy } from './seenBy';

/** Handlers of what stands in namespaces, beside what runs there: its network, its storage, its Jobs, and whose it is. */
export function inNamespacesHandlers(
  os: ContractBuilder<ClustersContract>,
  views: Views,
) {
  return {
    tenants: {
      usage: os.tenants.usage.handler(seenBy(views.tenants.usage)),
    },
    jobs: {
      list: os.jobs.list.handler(seenBy(views.jobs.list)),
    },
    autoscalers: {
      list: os.autoscalers.list.handler(seenBy(views.autoscalers.list)),
    },
    services: {
      list: os.services.list.handler(seenBy(views.services.list)),
    },
    ingresses: {
      list: os.ingresses.list.handler(seenBy(views.ingresses.list)),
    },
    gateways: {
      list: os.gateways.list.handler(seenBy(views.gateways.list)),
    },
    routes: {
      list: os.routes.list.handler(seenBy(views.routes.list)),
    },
    persistentVolumeClaims: {
      list: os.persistentVolumeClaims.list.handler(
        seenBy(views.persistentVolumeClaims.list),
      ),
    },
  };
}
