import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { createContractRouter } from '@caas/contract-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { announceRequestKinds } from '@caas/plugin-approvals-node';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import { CatalogPeopleDirectory } from './clients/CatalogPeopleDirectory';
import { DefaultClustersClient } from './clients/DefaultClustersClient';
import { SignalsChangeAnnouncer } from './clients/SignalsChangeAnnouncer';
import { DatabaseClaimedGroupStore } from './database/DatabaseClaimedGroupStore';
import { DatabaseLedgerStore } from './database/DatabaseLedgerStore';
import { DatabaseNamespaceStore } from './database/DatabaseNamespaceStore';
import { DatabaseTenantStore } from './database/DatabaseTenantStore';
import { connectDatabase, measureQueue } from '@caas/database-node';
import { membershipHandlers } from './handlers/memberships';
import { requestKindHandlers } from './handlers/requestKinds';
import { tenantHandlers } from './handlers/tenants';
import { NamespaceReconciler } from './reconcilers/NamespaceReconciler';
import { REQUEST_KINDS } from './requestKinds';
import { registerResources } from './resources';
import { applyTenantsFile } from './services/applyTenantsFile';
import { ClaimedGroups } from './services/ClaimedGroups';
import { DefaultMembershipService } from './services/DefaultMembershipService';
import { DefaultTenantService } from './services/DefaultTenantService';
import { NamespaceCreateKind } from './services/NamespaceCreateKind';
import { NamespaceRequestChecks } from './services/NamespaceRequestChecks';
import { readPlatformRoles } from './services/platformRoles';
import {
  readClaimedGroupsCountFor,
  readGroupRoles,
} from './services/readGroupRoles';

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
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init({ config, logger, scheduler, ...deps }) {
        const clock = { now: () => new Date() };
        const knex = await connectDatabase(
          deps.database,
          '@caas/plugin-tenancy-backend',
        );
        measureQueue({ ...deps, knex, table: 'namespaces', clock });
        const tenants = DatabaseTenantStore.create({ knex });
        const ledger = DatabaseLedgerStore.create({ knex });
        const namespaces = DatabaseNamespaceStore.create({ knex });
        const platformRoles = readPlatformRoles(config);
        const groupRoles = readGroupRoles(config);
        await applyTenantsFile({ config, tenants, clock, logger });
        registerResources(deps.permissionsRegistry, namespaces);

        const claimedGroups = ClaimedGroups.create({
          store: DatabaseClaimedGroupStore.create({ knex }),
          groupRoles,
          countForMilliseconds: readClaimedGroupsCountFor(config),
          clock,
        });
        const memberships = DefaultMembershipService.create({
          tenants,
          platformRoles,
          groupRoles,
          claimedGroups,
          directory: CatalogPeopleDirectory.create(deps),
        });
        const clusters = DefaultClustersClient.create(deps);
        const announcer = SignalsChangeAnnouncer.create({
          ...deps,
          logger,
          listAudience: tenant => memberships.listAudience(tenant),
        });
        const reconciler = NamespaceReconciler.create({
          namespaces,
          clusters,
          announcer,
          clock,
          logger,
        });
        const namespaceCreate = NamespaceCreateKind.create({
          checks: NamespaceRequestChecks.create({
            tenants,
            ledger,
            namespaces,
            clusters,
          }),
          ledger,
          namespaces,
          clock,
          onChange: tenant => {
            void announcer.announce(tenant);
            reconciler.wake();
          },
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
                  DefaultTenantService.create({ tenants, ledger, namespaces }),
                ),
                ...membershipHandlers(os, memberships, claimedGroups),
                ...requestKindHandlers(os, namespaceCreate),
              }),
          }),
        );

        await announceRequestKinds({
          pluginId: 'tenancy',
          kinds: REQUEST_KINDS,
          auth: deps.auth,
          discovery: deps.discovery,
          logger,
          scheduler,
        });
        await scheduler.scheduleTask({
          id: 'forget-claimed-groups',
          scope: 'global',
          frequency: { hours: 1 },
          timeout: { minutes: 1 },
          fn: () => claimedGroups.forgetStale(),
        });
        // Every replica runs it: the claim divides the work.
        await scheduler.scheduleTask({
          id: 'reconcile-namespaces',
          scope: 'local',
          frequency: { seconds: 1 },
          timeout: { minutes: 1 },
          fn: () => reconciler.run(),
        });
      },
    });
  },
});
