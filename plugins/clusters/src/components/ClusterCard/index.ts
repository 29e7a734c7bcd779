export * from './ClusterCard';
export * from './useClusterTitle';
