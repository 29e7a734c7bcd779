import type { Condition } from '@caas/plugin-clusters-common';
import type { ApplySetRecord } from './applySet';
import type { Outcome } from './outcome';

/** What an attempt changes about an apply set. */
export type Settlement = Pick<
  ApplySetRecord,
  | 'state'
  | 'observedGeneration'
  | 'inventory'
  | 'objects'
  | 'conditions'
  | 'attempts'
  | 'lastError'
  | 'nextRunAt'
>;

/** Somebody may have changed on the cluster what the portal owns: it is put back within this time. */
export const RESYNC_SECONDS = 60;
const WAIT_FIRST_SECONDS = 0.3;
const WAIT_MAX_SECONDS = 5;
const BACK_OFF_MAX_SECONDS = 60;
const STALLED_RECHECK_SECONDS = 30;
/** A deleted set has nothing left to do; the row stays, so that its history can be read. */
const NEVER = new Date('9999-01-01T00:00:00.000Z');

/**
 * The one function that changes the state of an apply set after an attempt.
 *
 * @param jitter - Between 0 and 1; spreads retries, so that sets that failed together do not come back together.
 */
export function settle(
  set: ApplySetRecord,
  outcome: Outcome,
  now: Date,
  jitter: number,
): Settlement {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const same = {
    observedGeneration: set.observedGeneration,
    inventory: set.inventory,
    objects: set.objects,
    attempts: set.attempts + 1,
  };
  const isDeleting = set.state === 'deleting';
  switch (outcome.kind) {
    case 'ready':
      return {
        ...same,
        state: 'ready',
        observedGeneration: set.generation,
        inventory: outcome.inventory,
        objects: outcome.objects,
        conditions: conditions(
          set,
          now,
          'True',
          'Healthy',
          'Everything stands on the cluster',
        ),
        attempts: 0,
        nextRunAt: after(RESYNC_SECONDS),
      };
    case 'waiting':
      return {
        ...same,
        state: isDeleting ? 'deleting' : 'waiting',
        inventory: outcome.inventory,
        objects: outcome.objects,
        conditions: conditions(set, now, 'False', 'Waiting', outcome.message),
        nextRunAt: after(
          Math.min(WAIT_FIRST_SECONDS * 2 ** set.attempts, WAIT_MAX_SECONDS),
        ),
      };
    case 'deleted':
      return {
        ...same,
        state: 'deleted',
        inventory: [],
        objects: [],
        conditions: conditions(
          set,
          now,
          'False',
          'Deleted',
          'Nothing of it is left on the cluster',
        ),
        attempts: 0,
        nextRunAt: NEVER,
      };
    case 'retry':
      return {
        ...same,
        state: isDeleting ? 'deleting' : 'retrying',
        objects: outcome.objects ?? set.objects,
        conditions: conditions(set, now, 'Unknown', 'Retrying', outcome.error),
        lastError: outcome.error,
        nextRunAt: after(
          Math.min(2 ** set.attempts, BACK_OFF_MAX_SECONDS) *
            (0.75 + jitter / 2),
        ),
      };
    default:
      return {
        ...same,
        state: isDeleting ? 'deleting' : 'stalled',
        objects: outcome.objects ?? set.objects,
        conditions: conditions(
          set,
          now,
          'False',
          outcome.reason,
          outcome.message,
        ),
        lastError: outcome.message,
        nextRunAt: after(STALLED_RECHECK_SECONDS),
      };
  }
}

/** The time of a condition moves only when its status does. */
function conditions(
  set: ApplySetRecord,
  now: Date,
  status: Condition['status'],
  reason: string,
  message: string,
): Condition[] {
  const before = set.conditions.find(({ type }) => type === 'Ready');
  return [
    {
      type: 'Ready',
      status,
      reason,
      message,
      lastTransitionTime:
        before?.status === status
          ? before.lastTransitionTime
          : now.toISOString(),
    },
  ];
}
