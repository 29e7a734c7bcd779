/**
 * How a cluster is reached, with its token. It is handed from hand to hand inside of the process, and leaves by no answer.
 *
 * @public
 */
export type ClusterConnection = {
  name: string;
  /** Chinese title. */
  title: string;
  url: string;
  /** Certificate authority in PEM; without it the system's authorities are trusted. */
  ca?: string;
  /** Bearer token of the portal's service account. */
  token: string;
};

/**
 * Where the clusters plugin offers its connections, and the Kubernetes plugin takes them.
 *
 * @public
 */
export interface ClusterConnections {
  /** Called by the clusters plugin, once; the source is asked afresh at every `list`. */
  offer(source: () => ClusterConnection[]): void;
  /** The clusters that can be reached now; none before the clusters plugin has started. */
  list(): ClusterConnection[];
}
