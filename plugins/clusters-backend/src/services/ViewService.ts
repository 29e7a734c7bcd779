import type { RowAccess } from '@caas/contract-node';
import type { Cluster, NamespaceView } from '@caas/plugin-clusters-common';

/** What people see of the clusters. */
export interface ViewService {
  listClusters(): Cluster[];
  listNamespaces(
    page: {
      cluster?: string;
      tenant?: string;
      name?: string;
      limit: number;
      offset: number;
    },
    access: RowAccess,
  ): { items: NamespaceView[]; totalCount: number };
}
