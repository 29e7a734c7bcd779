import { z } from 'zod';

/** What changes on a cluster, by the word that the screens use for it. @public */
export const clusterResource = z.enum([
  'cluster',
  'nodes',
  'namespaces',
  'workloads',
  'pods',
  'events',
  'services',
  'ingresses',
  'gateways',
  'routes',
  'persistentVolumeClaims',
  'autoscalers',
  'jobs',
  'usage',
]);

/** @public */
export type ClusterResource = z.infer<typeof clusterResource>;

/** Channel of the signals that say that something on a cluster changed. @public */
export const CLUSTERS_CHANNEL = 'clusters';

/**
 * A signal of the channel. Everybody who is signed in may hear it, so it names no object and no namespace.
 *
 * @public
 */
export type ClusterChange = { cluster: string; resources: ClusterResource[] };
