import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ApplySetStore } from '../database/ApplySetStore';
import type { Clock } from '../domain/Clock';
import type { ApplySetReconciler } from './ApplySetReconciler';

/**
 * Makes due what a view noticed: the sets of a cluster that answers again, or one set that lost an object. A hint: what is
 * missed here is found at the set's own time.
 */
export function wakeApplySets(options: {
  sets: ApplySetStore;
  reconciler: ApplySetReconciler;
  clock: Clock;
  logger: LoggerService;
}): (cluster: string, id?: string) => void {
  const { sets, reconciler, clock, logger } = options;
  return (cluster, id) => {
    sets.makeDue({ cluster, id, now: clock.now() }).then(
      () => reconciler.wake(),
      error =>
        logger.warn(`Apply sets on '${cluster}' could not be woken`, error),
    );
  };
}
