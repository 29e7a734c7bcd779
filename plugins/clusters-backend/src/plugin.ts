import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createContractRouter } from '@caas/contract-node';
import { clustersContract } from '@caas/plugin-clusters-common';
import { clusterConnectionsServiceRef } from '@caas/plugin-clusters-node';
import { SignalsChangeAnnouncer } from './clients/SignalsChangeAnnouncer';
import { readClusters } from './config/readClusters';
import { readRegistration } from './config/readRegistration';
import { connectionsOf, createRegistry } from './createRegistry';
import { DatabaseApplySetStore } from './database/DatabaseApplySetStore';
import { DatabaseUsageStore } from './database/DatabaseUsageStore';
import {
  connectDatabase,
  DatabaseClock,
  measureQueue,
} from '@caas/database-node';
import { withActions } from './handlers/actions';
import { applySetHandlers } from './handlers/applySets';
import { clusterHandlers } from './handlers/clusters';
import { namespaceLifecycleHandlers } from './handlers/namespaceLifecycle';
import { registrationHandlers } from './handlers/registrations';
import { usageHandlers } from './handlers/usage';
import { registerResources } from './resources';
import { DefaultApplySetService } from './services/DefaultApplySetService';
import { DefaultNamespaceLifecycle } from './services/lifecycle/DefaultNamespaceLifecycle';
import { UsageRecorder } from './services/UsageRecorder';
import { createViews } from './services/views';
import { usageViews } from './services/views/usage';
import { startActions } from './startActions';

/**
 * The one door to Kubernetes: registry, views and apply sets.
 *
 * @public
 */
export const clustersPlugin = createBackendPlugin({
  pluginId: 'clusters',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        connections: clusterConnectionsServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init({ config, lifecycle, logger, scheduler, ...deps }) {
        const knex = await connectDatabase(
          deps.database,
          '@caas/plugin-clusters-backend',
        );
        const clock = await DatabaseClock.create({ knex });
        measureQueue({ ...deps, knex, table: 'apply_sets', clock });
        const sets = DatabaseApplySetStore.create({ knex });
        const samples = DatabaseUsageStore.create({ knex });
        const screens = SignalsChangeAnnouncer.create({ ...deps, logger });
        const {
          registry,
          clientOf,
          reconciler,
          orphans,
          registrations,
          lookForClusters,
        } = await createRegistry({
          knex,
          sets,
          definitions: readClusters(config),
          config: readRegistration(config),
          clock,
          logger,
          onChanged: (cluster, resource) => screens.changed(cluster, resource),
        });
        deps.connections.offer(() => connectionsOf(registry));
        registerResources(deps.permissionsRegistry, sets, registry);
        const actions = await startActions({
          ...deps,
          registry,
          knex,
          clock,
          logger,
          lifecycle,
          scheduler,
        });

        deps.httpRouter.use(
          createContractRouter({
            title: 'Clusters',
            contract: clustersContract,
            services: { ...deps, logger },
            handlers: os =>
              os.router({
                ...withActions(
                  os,
                  clusterHandlers(os, createViews(registry)),
                  actions,
                  deps.permissions,
                ),
                ...usageHandlers(os, usageViews({ registry, samples, clock })),
                ...namespaceLifecycleHandlers(
                  os,
                  DefaultNamespaceLifecycle.create({
                    registry,
                    clientOf,
                    sets,
                    clock,
                  }),
                ),
                ...registrationHandlers(os, registrations),
                ...applySetHandlers(
                  os,
                  DefaultApplySetService.create({
                    sets,
                    clusterNames: () => registry.names,
                    lookForClusters,
                    clock,
                    onChange: () => reconciler.wake(),
                  }),
                ),
              }),
          }),
        );

        registry.start();
        lifecycle.addShutdownHook(() => {
          registry.stop();
          screens.stop();
          reconciler.stop();
        });
        await UsageRecorder.create({
          registry,
          samples,
          clock,
          logger,
        }).schedule(scheduler);
        await scheduler.scheduleTask({
          id: 'follow-registrations',
          scope: 'local',
          frequency: { seconds: 3 },
          timeout: { minutes: 1 },
          fn: lookForClusters,
        });
        // Every replica runs it: the claim divides the work.
        await scheduler.scheduleTask({
          id: 'reconcile-apply-sets',
          scope: 'local',
          frequency: { seconds: 1 },
          timeout: { minutes: 1 },
          fn: async () => {
            await clock.sync();
            await orphans.collect();
            // Not awaited: a cluster that hangs must not keep the next run from the others.
            reconciler.wake();
          },
        });
      },
    });
  },
});
