import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { createContractRouter } from '@caas/contract-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { announceRequestKinds } from '@caas/plugin-approvals-node';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import {
  connectDatabase,
  databaseClockServiceRef,
  measureQueue,
} from '@caas/database-node';
import { DefaultClustersClient } from './clients/DefaultClustersClient';
import { createNamespaces } from './createNamespaces';
import { createPeople } from './createPeople';
import { createStores } from './createStores';
import { membershipHandlers } from './handlers/memberships';
import { namespaceExportHandlers } from './handlers/namespaceExports';
import { organisationHandlers } from './handlers/organisation';
import { requestKindHandlers } from './handlers/requestKinds';
import { tenantHandlers } from './handlers/tenants';
import { REQUEST_KINDS } from './requestKinds';
import { registerResources } from './resources';
import { scheduleTasks } from './scheduleTasks';
import { applyTenantsFile } from './services/applyTenantsFile';
import { DefaultTenantService } from './services/DefaultTenantService';
import { NamespaceExports } from './services/NamespaceExports';

/**
 * Tenants, members and roles, quotas and namespaces.
 *
 * @public
 */
export const tenancyPlugin = createBackendPlugin({
  pluginId: 'tenancy',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: databaseClockServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init({ clock, config, logger, scheduler, ...deps }) {
        const knex = await connectDatabase(
          deps.database,
          '@caas/plugin-tenancy-backend',
        );
        measureQueue({ ...deps, knex, table: 'namespaces', clock });
        measureQueue({ ...deps, knex, table: 'leases', clock });
        const stores = createStores(knex);
        await applyTenantsFile({ ...stores, config, clock, logger });
        registerResources(deps.permissionsRegistry, stores.namespaces);

        const shared = { ...deps, stores, config, clock, logger };
        const people = createPeople(shared);
        const { memberships, claimedGroups, organisation } = people;
        const clusters = DefaultClustersClient.create(deps);
        const { reconciler, ladder, use, requestKinds } = createNamespaces({
          ...shared,
          people,
          clusters,
        });

        deps.httpRouter.use(
          createContractRouter({
            title: 'Tenancy',
            contract: tenancyContract,
            services: { ...deps, logger },
            handlers: os =>
              os.router({
                ...tenantHandlers(
                  os,
                  DefaultTenantService.create({ ...stores, memberships, use }),
                  organisation.tenantAdministration,
                ),
                ...organisationHandlers(os, organisation),
                ...membershipHandlers(os, memberships, claimedGroups),
                ...namespaceExportHandlers(os, NamespaceExports.create(stores)),
                ...requestKindHandlers(os, requestKinds),
              }),
          }),
        );

        await announceRequestKinds({
          ...deps,
          pluginId: 'tenancy',
          kinds: REQUEST_KINDS,
          logger,
          scheduler,
        });
        await scheduleTasks({
          scheduler,
          clock,
          claimedGroups,
          ladder,
          reconciler,
        });
      },
    });
  },
});
