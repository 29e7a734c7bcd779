import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createContractRouter } from '@caas/contract-node';
import { clustersContract } from '@caas/plugin-clusters-common';
import { DefaultKubernetesClient } from './clients/DefaultKubernetesClient';
import { SignalsChangeAnnouncer } from './clients/SignalsChangeAnnouncer';
import { readClusters } from './config/readClusters';
import { DatabaseApplySetStore } from './database/DatabaseApplySetStore';
import { DatabaseUsageStore } from './database/DatabaseUsageStore';
import { connectDatabase, measureQueue } from '@caas/database-node';
import { withActions } from './handlers/actions';
import { applySetHandlers } from './handlers/applySets';
import { clusterHandlers } from './handlers/clusters';
import { usageHandlers } from './handlers/usage';
import { ApplySetReconciler } from './reconcilers/ApplySetReconciler';
import { wakeApplySets } from './reconcilers/wakeApplySets';
import { registerResources } from './resources';
import { DefaultApplySetService } from './services/DefaultApplySetService';
import { createActions } from './services/actions';
import { UsageRecorder } from './services/UsageRecorder';
import { createViews } from './services/views';
import { usageViews } from './services/views/usage';
import { ClusterRegistry } from './views/ClusterRegistry';
import { ClusterView } from './views/ClusterView';

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
        const clock = { now: () => new Date() };
        const knex = await connectDatabase(
          deps.database,
          '@caas/plugin-clusters-backend',
        );
        measureQueue({ ...deps, knex, table: 'apply_sets', clock });
        const sets = DatabaseApplySetStore.create({ knex });
        const samples = DatabaseUsageStore.create({ knex });
        const definitions = readClusters(config);
        const clients = new Map(
          definitions.map(definition => [
            definition.name,
            DefaultKubernetesClient.create({ definition }),
          ]),
        );
        const reconciler = ApplySetReconciler.create({
          sets,
          clients,
          seenOn: cluster => registry.find(cluster)?.view.managed,
          clock,
          logger,
          random: Math.random,
        });
        const wake = wakeApplySets({ sets, reconciler, clock, logger });
        const screens = SignalsChangeAnnouncer.create({ ...deps, logger });
        const registry = new ClusterRegistry(
          definitions.map(definition => {
            const client = clients.get(definition.name)!;
            const view = new ClusterView({
              cluster: definition.name,
              client,
              clock,
              logger,
              onConnected: cluster => wake(cluster),
              onTouched: (cluster, id) => wake(cluster, id),
              onChanged: (cluster, resource) =>
                screens.changed(cluster, resource),
            });
            return { definition, view };
          }),
        );
        registerResources(deps.permissionsRegistry, sets, registry);

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
                  createActions({ registry }),
                  deps.permissions,
                ),
                ...usageHandlers(os, usageViews({ registry, samples, clock })),
                ...applySetHandlers(
                  os,
                  DefaultApplySetService.create({
                    sets,
                    clusterNames: registry.names,
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
        // Every replica runs it: the claim divides the work.
        await scheduler.scheduleTask({
          id: 'reconcile-apply-sets',
          scope: 'local',
          frequency: { seconds: 1 },
          timeout: { minutes: 1 },
          // Not awaited: a cluster that hangs must not keep the next run from the others.
          fn: async () => reconciler.wake(),
        });
      },
    });
  },
});
