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

/** Replace the pods of a workload. @public */
export const workloadRestartPermission = createPermission({
  name: 'clusters.workload.restart',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CLUSTER_NAMESPACE,
});

/** Change how many pods a workload wants. @public */
export const workloadScalePermission = createPermission({
  name: 'clusters.workload.scale',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CLUSTER_NAMESPACE,
});

/** Close a node for new pods, and open it again. @public */
export const nodeCordonPermission = createPermission({
  name: 'clusters.node.cordon',
  attributes: { action: 'update' },
});

/** Empty a node. @public */
export const nodeDrainPermission = createPermission({
  name: 'clusters.node.drain',
  attributes: { action: 'update' },
});

/** Change the labels of a node, among them its partition. @public */
export const nodeLabelPermission = createPermission({
  name: 'clusters.node.label',
  attributes: { action: 'update' },
});

/** Change the taints of a node, which may drive pods away. @public */
export const nodeTaintPermission = createPermission({
  name: 'clusters.node.taint',
  attributes: { action: 'update' },
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
  workloadRestartPermission,
  workloadScalePermission,
  nodeCordonPermission,
  nodeDrainPermission,
  nodeLabelPermission,
  nodeTaintPermission,
  applySetReadPermission,
];
