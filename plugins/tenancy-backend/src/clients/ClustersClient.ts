import type {
  ApplySet,
  ApplySetInput,
  Cluster,
  ClusterDetail,
  LifecycleProgress,
  LifecycleStep,
  NamespaceExport,
  NamespaceStanding,
  NamespaceView,
  OwnNamespace,
  UsageHistory,
} from '@caas/plugin-clusters-common';

/** What tenancy asks of clusters, the one door to Kubernetes. */
export interface ClustersClient {
  listClusters(): Promise<Cluster[]>;
  /** Whether a namespace of this name stands on the cluster, whoever made it. */
  hasNamespace(cluster: string, name: string): Promise<boolean>;
  /** A cluster with its partitions and what its nodes give. @throws NotFoundError when there is none of this name. */
  getCluster(cluster: string): Promise<ClusterDetail>;
  /** A namespace as it stands on the cluster. */
  findNamespace(
    cluster: string,
    name: string,
  ): Promise<NamespaceView | undefined>;
  /** The namespaces of a tenant as they stand on its clusters, at most 500. */
  listNamespaces(tenant: string): Promise<NamespaceView[]>;
  /** The highest use of two weeks; undefined while nothing was measured. */
  findPeak(cluster: string, name: string): Promise<UsageHistory['peak']>;
  /**
   * How a namespace of ours stands, what leads into it and what keeps it from going.
   *
   * @throws NotFoundError when it does not stand, NotAllowedError when the one that stands is not the one that we made.
   */
  lookAtNamespace(own: OwnNamespace): Promise<NamespaceStanding>;
  /** Scales what runs in it to zero. Ask again while something is left. @throws as `lookAtNamespace`. */
  stopNamespace(step: LifecycleStep): Promise<LifecycleProgress>;
  /** Runs again what was stopped. Ask again while something is left. @throws as `lookAtNamespace`. */
  startNamespace(step: LifecycleStep): Promise<LifecycleProgress>;
  /** Its manifests, without secrets. @throws as `lookAtNamespace`. */
  exportNamespace(own: OwnNamespace): Promise<NamespaceExport>;
  findApplySet(cluster: string, id: string): Promise<ApplySet | undefined>;
  /** Repeating it changes nothing. */
  putApplySet(input: ApplySetInput): Promise<ApplySet>;
  /** Has its objects deleted. Repeating it changes nothing. @throws NotFoundError when there is no such set. */
  deleteApplySet(set: {
    cluster: string;
    id: string;
    reason: string;
  }): Promise<ApplySet>;
}
