/**
 * Stand-ins for the systems around the portal, for a laptop and for tests. Never part of a production image.
 *
 * @packageDocumentation
 */
export { ClusterAdmin } from './ClusterAdmin';
export { KubernetesCluster } from './kubernetes/server/KubernetesCluster';
export * from './startSandbox';
