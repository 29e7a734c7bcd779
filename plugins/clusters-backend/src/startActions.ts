import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { measureQueue } from '@caas/database-node';
import type { Knex } from 'knex';
import { actionsOfClusters } from './clients/actionsOfClusters';
import { DatabaseNodeDrainStore } from './database/DatabaseNodeDrainStore';
import type { Clock } from './domain/Clock';
import { NodeDrainReconciler } from './reconcilers/NodeDrainReconciler';
import { createActions, type Actions } from './services/actions';
import type { ClusterRegistry } from './views/ClusterRegistry';

/** What people do on clusters, with the worker that empties nodes for them. */
export async function startActions(options: {
  registry: ClusterRegistry;
  knex: Knex;
  clock: Clock;
  logger: LoggerService;
  metrics: MetricsService;
  lifecycle: LifecycleService;
  scheduler: SchedulerService;
}): Promise<Actions> {
  const { registry, knex, clock, logger, lifecycle, scheduler } = options;
  const drains = DatabaseNodeDrainStore.create({ knex });
  const actionsOf = actionsOfClusters(
    cluster => registry.find(cluster)?.definition,
  );
  const reconciler = NodeDrainReconciler.create({
    drains,
    actionsOf,
    clock,
    logger,
  });
  measureQueue({ ...options, table: 'node_drains' });
  lifecycle.addShutdownHook(() => reconciler.stop());
  await scheduler.scheduleTask({
    id: 'drain-nodes',
    scope: 'local',
    frequency: { seconds: 1 },
    timeout: { minutes: 1 },
    // Not awaited: a cluster that hangs must not keep the next run from the others.
    fn: async () => reconciler.wake(),
  });
  return createActions({
    registry,
    actionsOf,
    drains,
    clock,
    onDrain: () => reconciler.wake(),
  });
}
