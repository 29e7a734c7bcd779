import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of everything that lives in a tenant's namespace. @public */
export const RESOURCE_TYPE_CLUSTER_NAMESPACE = 'clusters-namespace';

/** Resource type of apply sets. @public */
export const RESOURCE_TYPE_APPLY_SET = 'clusters-apply-set';

/** See the clusters, their versions and whether they answer. @public */
export const clusterReadPermission = createPermission({
  name: 'clusters.cluster.read',
  attributes: { action: 'read' },
});

/** Register clusters in the portal, and try connections. @public */
export const clusterRegisterPermission = createPermission({
  name: 'clusters.cluster.register',
  attributes: { action: 'create' },
});

/** Change clusters that are registered in the portal: titles, address, token. @public */
export const clusterUpdatePermission = createPermission({
  name: 'clusters.cluster.update',
  attributes: { action: 'update' },
});

/** Remove clusters that are registered in the portal. @public */
export const clusterDeletePermission = createPermission({
  name: 'clusters.cluster.delete',
  attributes: { action: 'delete' },
});

/** See namespaces and their quotas as they stand on the cluster. @public */
export const namespaceReadPermission = createPermission({
  name: 'clusters.namespace.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CLUSTER_NAMESPACE,
});

/** See nodes: their capacity, labels, taints and conditions. @public */
export const nodeReadPermission = createPermission({
  name: 'clusters.node.read',
  attributes: { action: 'read' },
});

/** See what runs in a namespace: workloads, pods and events. @public */
export const workloadReadPermission = createPermission({
  name: 'clusters.workload.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CLUSTER_NAMESPACE,
});

/** Read what containers write: it may hold what their users typed. @public */
export const podLogReadPermission = createPermission({
  name: 'clusters.pod-log.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CLUSTER_NAMESPACE,
});

/** See apply sets and their conditions. @public */
export const applySetReadPermission = createPermission({
  name: 'clusters.apply-set.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_APPLY_SET,
});

/** Every permission of clusters. @public */
export const clustersPermissions = [
  clusterReadPermission,
  clusterRegisterPermission,
  clusterUpdatePermission,
  clusterDeletePermission,
  namespaceReadPermission,
  nodeReadPermission,
  workloadReadPermission,
  podLogReadPermission,
  applySetReadPermission,
];
