import type { RowAccess } from '@caas/contract-node';
import { presentCluster, presentNamespace } from '../presenters/cluster';
import type { ClusterRegistry } from '../views/ClusterRegistry';
import type { ViewService } from './ViewService';

/** Answers from the views in memory: no request of a person reaches a cluster. */
export class DefaultViewService implements ViewService {
  static create(options: { registry: ClusterRegistry }): DefaultViewService {
    return new DefaultViewService(options.registry);
  }

  private constructor(private readonly registry: ClusterRegistry) {}

  listClusters() {
    return this.registry.clusters.map(presentCluster);
  }

  listNamespaces(
    page: {
      cluster?: string;
      tenant?: string;
      name?: string;
      limit: number;
      offset: number;
    },
    access: RowAccess,
  ) {
    const { cluster, tenant, name, limit, offset } = page;
    const found = this.registry.clusters
      .filter(({ definition }) => !cluster || definition.name === cluster)
      .flatMap(({ definition, view }) =>
        [...view.namespaces.values()]
          .filter(namespace => !tenant || namespace.tenant === tenant)
          .filter(namespace => !name || namespace.name === name)
          .filter(namespace => access.allows({ tenant: namespace.tenant }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(namespace => ({ definition, view, namespace })),
      );
    const items = found
      .slice(offset, offset + limit)
      .map(({ definition, view, namespace }) =>
        presentNamespace(
          definition.name,
          namespace,
          [...view.quotas.values()].filter(
            quota => quota.namespace === namespace.name,
          ),
        ),
      );
    return { items, totalCount: found.length };
  }
}
