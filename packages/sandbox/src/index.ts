/**
 * Stand-ins for the systems around the portal, for a laptop and for tests. Never part of a production image.
 *
 * @packageDocumentation
 */
export { ClusterAdmin } from './ClusterAdmin';
export { FaultProxy, type Fault, type SeenRequest } from './FaultProxy';
export { KubernetesCluster } from './kubernetes/server/KubernetesCluster';
export { ADMIN_TOKEN, PORTAL_TOKEN } from './kubernetes/startCluster';
export * from './startSandbox';
