/**
 * How connections to clusters reach the one other plugin that may have them.
 *
 * @packageDocumentation
 */
export * from './ClusterConnections';
export * from './clusterConnectionsServiceRef';
