import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  ClusterConnection,
  ClusterConnections,
} from './ClusterConnections';

/** What each plugin may do; any other that asks for the service does not start. */
const OFFERING = 'clusters';
const TAKING = 'kubernetes';

/**
 * The connections to clusters, for the two plugins that may have them.
 *
 * @remarks
 * Not an operation over HTTP: what no address answers cannot be asked for with a stolen token, lies in no log of a proxy,
 * and costs the start no waiting for another plugin.
 *
 * @public
 */
export const clusterConnectionsServiceRef =
  createServiceRef<ClusterConnections>({
    id: 'clusters.connections',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { plugin: coreServices.pluginMetadata },
        createRootContext: () => ({ source: () => [] as ClusterConnection[] }),
        factory({ plugin }, board) {
          const pluginId = plugin.getId();
          if (pluginId !== OFFERING && pluginId !== TAKING) {
            throw new NotAllowedError(
              `The plugin '${pluginId}' may not have the connections to clusters: put an apply set, or read the views of clusters`,
            );
          }
          return {
            offer(source) {
              if (pluginId !== OFFERING) {
                throw new NotAllowedError(
                  `The plugin '${pluginId}' may not offer connections to clusters`,
                );
              }
              board.source = source;
            },
            list() {
              if (pluginId !== TAKING) {
                throw new NotAllowedError(
                  `The plugin '${pluginId}' may not take connections to clusters`,
                );
              }
              return board.source();
            },
          };
        },
      }),
  });
