import { createBackendModule } from '@backstage/backend-plugin-api';
import { kubernetesClusterSupplierExtensionPoint } from '@backstage/plugin-kubernetes-node';
import { clusterConnectionsServiceRef } from '@caas/plugin-clusters-node';
import { toClusterDetails } from './toClusterDetails';

/**
 * Gives the stock Kubernetes plugin the clusters that the portal knows, so that none is configured twice.
 *
 * @remarks
 * In place of what the plugin would read from its own configuration. Asked at every call of the plugin, so a cluster that
 * is registered, changed or removed, and a token that rotates, is so for the plugin at once.
 *
 * @public
 */
export const kubernetesModuleClusters = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'clusters',
  register(env) {
    env.registerInit({
      deps: {
        connections: clusterConnectionsServiceRef,
        kubernetes: kubernetesClusterSupplierExtensionPoint,
      },
      async init({ connections, kubernetes }) {
        kubernetes.addClusterSupplier({
          getClusters: async () => connections.list().map(toClusterDetails),
        });
      },
    });
  },
});
