import type {
  ApplySet,
  ApplySetInput,
  Cluster,
} from '@caas/plugin-clusters-common';

/** What tenancy asks of clusters, the one door to Kubernetes. */
export interface ClustersClient {
  listClusters(): Promise<Cluster[]>;
  /** Whether a namespace of this name stands on the cluster, whoever made it. */
  hasNamespace(cluster: string, name: string): Promise<boolean>;
  findApplySet(cluster: string, id: string): Promise<ApplySet | undefined>;
  /** Repeating it changes nothing. */
  putApplySet(input: ApplySetInput): Promise<ApplySet>;
}
