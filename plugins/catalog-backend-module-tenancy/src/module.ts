import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createBackendClient } from '@caas/contract-node';
import {
  TENANCY_CHANGED_TOPIC,
  tenancyContract,
} from '@caas/plugin-tenancy-common';
import { TenancyEntityProvider } from './TenancyEntityProvider';

const DEFAULT_FREQUENCY_SECONDS = 30;
const DEFAULT_CLUSTER_OWNER = 'group:default/platform';

/**
 * Projects tenants, their departments and their namespaces into the catalog.
 *
 * @public
 */
export const catalogModuleTenancy = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'tenancy',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, discovery, logger, ...services }) {
        const provider = TenancyEntityProvider.create({
          client: createBackendClient(tenancyContract, {
            pluginId: 'tenancy',
            auth,
            discovery,
          }),
          clusterOwner:
            config.getOptionalString('tenancy.projection.clusterOwner') ??
            DEFAULT_CLUSTER_OWNER,
          logger,
        });
        catalog.addEntityProvider(provider);

        await services.events.subscribe({
          id: 'catalog-tenancy',
          topics: [TENANCY_CHANGED_TOPIC],
          onEvent: ({ eventPayload }) =>
            provider.refresh((eventPayload as { tenant?: string }).tenant),
        });
        await services.scheduler.scheduleTask({
          id: 'project-tenancy',
          frequency: {
            seconds:
              config.getOptionalNumber('tenancy.projection.frequencySeconds') ??
              DEFAULT_FREQUENCY_SECONDS,
          },
          // Tenancy starts beside the catalog.
          initialDelay: { seconds: 3 },
          timeout: { seconds: 60 },
          fn: () => provider.refresh(),
        });
      },
    });
  },
});
