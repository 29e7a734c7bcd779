import { createRowResource } from '@caas/contract-node';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  applySetReadPermission,
  clusterReadPermission,
  namespaceReadPermission,
  nodeCordonPermission,
  nodeDrainPermission,
  nodeLabelPermission,
  nodeReadPermission,
  nodeTaintPermission,
  podLogReadPermission,
  RESOURCE_TYPE_APPLY_SET,
  RESOURCE_TYPE_CLUSTER_NAMESPACE,
  workloadReadPermission,
  workloadRestartPermission,
  workloadScalePermission,
} from '@caas/plugin-clusters-common';
import type { ApplySetStore } from './database/ApplySetStore';
import type { ClusterRegistry } from './views/ClusterRegistry';

/** Tells the permission framework what rows of ours look like. Both are named `<cluster>/<name>`. */
export function registerResources(
  permissions: PermissionsRegistryService,
  sets: ApplySetStore,
  registry: ClusterRegistry,
): void {
  permissions.addPermissions([
    clusterReadPermission,
    nodeReadPermission,
    nodeCordonPermission,
    nodeDrainPermission,
    nodeLabelPermission,
    nodeTaintPermission,
  ]);
  permissions.addResourceType({
    ...createRowResource({
      pluginId: 'clusters',
      resourceType: RESOURCE_TYPE_CLUSTER_NAMESPACE,
    }),
    permissions: [
      namespaceReadPermission,
      workloadReadPermission,
      podLogReadPermission,
      workloadRestartPermission,
      workloadScalePermission,
    ],
    getResources: async refs =>
      refs.map(ref => {
        const [cluster, name] = split(ref);
        const seen = registry.find(cluster)?.view.namespaces.seen.find(name);
        return seen && { tenant: seen.tenant };
      }),
  });
  permissions.addResourceType({
    ...createRowResource({
      pluginId: 'clusters',
      resourceType: RESOURCE_TYPE_APPLY_SET,
    }),
    permissions: [applySetReadPermission],
    getResources: refs =>
      Promise.all(
        refs.map(async ref => {
          const set = await sets.find(...split(ref));
          return set && { tenant: set.tenant };
        }),
      ),
  });
}

function split(ref: string): [string, string] {
  const [cluster, ...rest] = ref.split('/');
  return [cluster, rest.join('/')];
}
