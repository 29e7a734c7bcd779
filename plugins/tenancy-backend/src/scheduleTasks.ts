import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { SyncedClock } from '@caas/database-node';
import type { LeaseReconciler } from './reconcilers/LeaseReconciler';
import type { NamespaceReconciler } from './reconcilers/NamespaceReconciler';
import type { ClaimedGroups } from './services/ClaimedGroups';

type Options = {
  scheduler: SchedulerService;
  /** Of the database: replicas must agree on what time it is. */
  clock: SyncedClock;
  claimedGroups: ClaimedGroups;
  ladder: LeaseReconciler;
  reconciler: NamespaceReconciler;
};

/** What tenancy does by itself. Those of scope `local` run in every replica: a claim divides the work. */
export async function scheduleTasks(options: Options): Promise<void> {
  const { scheduler, clock, claimedGroups, ladder, reconciler } = options;
  await scheduler.scheduleTask({
    id: 'forget-claimed-groups',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 1 },
    fn: () => claimedGroups.forgetStale(),
  });
  await scheduler.scheduleTask({
    id: 'climb-leases',
    scope: 'local',
    frequency: { seconds: 10 },
    timeout: { minutes: 5 },
    fn: async () => {
      await clock.sync();
      await ladder.run();
    },
  });
  await scheduler.scheduleTask({
    id: 'reconcile-namespaces',
    scope: 'local',
    frequency: { seconds: 1 },
    timeout: { minutes: 1 },
    fn: async () => {
      await clock.sync();
      await reconciler.run();
    },
  });
}
