import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesClient } from '../../clients/KubernetesClient';
import type { ApplySetStore } from '../../database/ApplySetStore';
import type { Clock } from '../../domain/Clock';
import { ApplySetReconciler } from '../../reconcilers/ApplySetReconciler';
import { OrphanCollector } from '../../reconcilers/OrphanCollector';
import { wakeApplySets } from '../../reconcilers/wakeApplySets';
import { ClusterView } from '../../views/ClusterView';

/** As often as a replica looks for work that nobody told it of. */
const TICK_MS = 250;

const nothing = () => {};
const SILENT: LoggerService = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  child: () => SILENT,
};

/** What a replica of the portal does about apply sets: views, reconciler and the calls between them, on a clock that runs. */
export function runPortal(options: {
  sets: ApplySetStore;
  clients: Record<string, KubernetesClient>;
  clock?: Clock;
  beforeTick?(): Promise<void>;
}) {
  const { sets, clients, clock = { now: () => new Date() } } = options;
  const logger = SILENT;
  const views = new Map<string, ClusterView>();
  const reconciler = ApplySetReconciler.create({
    sets,
    clients: new Map(Object.entries(clients)),
    seenOn: cluster => views.get(cluster)?.managed,
    clock,
    logger,
    random: Math.random,
  });
  const wake = wakeApplySets({ sets, reconciler, clock, logger });
  const orphans = OrphanCollector.create({ sets, clock, logger });
  for (const [cluster, client] of Object.entries(clients)) {
    const view = new ClusterView({
      cluster,
      client,
      clock,
      logger,
      onConnected: name => wake(name),
      onTouched: (name, id) => wake(name, id),
      onFound: (name, found) => orphans.note(name, found),
    });
    views.set(cluster, view);
    view.start();
  }
  reconciler.wake();
  const timer = setInterval(() => {
    const tick = async () => {
      await options.beforeTick?.();
      await orphans.collect();
      reconciler.wake();
    };
    // A tick that fails is followed by another.
    tick().catch(() => {});
  }, TICK_MS);
  return {
    views,
    reconciler,
    async stop() {
      clearInterval(timer);
      for (const view of views.values()) view.stop();
      reconciler.stop();
      await reconciler.run();
    },
  };
}
