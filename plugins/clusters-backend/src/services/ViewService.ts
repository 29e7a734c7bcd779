import type { RowAccess } from '@caas/contract-node';
import type {
  Cluster,
  ClusterDetail,
  ClusterEvent,
  NamespaceView,
  Node,
  NodeDetail,
  Pod,
  Workload,
} from '@caas/plugin-clusters-common';
import type { Page, Window } from '../views/queries/pageOfGroups';
import type { Scope } from '../views/queries/visibleNamespaces';

/** What people see of the clusters. */
export interface ViewService {
  listClusters(): Cluster[];
  /** @throws NotFoundError when the registry does not have it, as all that name a cluster. */
  getCluster(cluster: string): ClusterDetail;
  listNodes(
    query: Window & { cluster: string; partition?: string },
  ): Page<Node>;
  getNode(node: { cluster: string; name: string }): NodeDetail;
  listNamespaces(
    query: Window & { cluster?: string; tenant?: string; name?: string },
    access: RowAccess,
  ): Page<NamespaceView>;
  listWorkloads(
    query: Window & Scope & { entity?: string },
    access: RowAccess,
  ): Page<Workload>;
  listPods(
    query: Window &
      Scope & {
        entity?: string;
        node?: string;
        workloadKind?: string;
        workload?: string;
      },
    access: RowAccess,
  ): Page<Pod>;
  listEvents(
    query: Window & Scope & { object?: string },
    access: RowAccess,
  ): Page<ClusterEvent>;
}
