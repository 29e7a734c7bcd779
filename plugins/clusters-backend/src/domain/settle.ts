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
  | 'appliedAt'
>;

/** Somebody may have changed on the cluster what the portal owns: it is put back within about this time. */
const RESYNC_SECONDS = 60;
const WAIT_FIRST_SECONDS = 0.3;
const WAIT_MAX_SECONDS = 5;
/** What waited through a storm is done within a minute of its end. */
const BACK_OFF_MAX_SECONDS = 30;
const STALLED_RECHECK_SECONDS = 30;
/** A deleted set has nothing left to do; the row stays, so that its history can be read. */
const NEVER = new Date('9999-01-01T00:00:00.000Z');

/**
 * The one function that changes the state of an apply set after an attempt.
 *
 * | state \ outcome | ready | waiting  | retry    | stalled  | deleted |
 * | deleting        |       | deleting | deleting | deleting | deleted |
 * | any other       | ready | waiting  | retrying | stalled  |         |
 *
 * @param jitter - Between 0 and 1; spreads what comes back, so that sets that met one moment do not meet again.
 */
export function settle(
  set: ApplySetRecord,
  outcome: Outcome,
  now: Date,
  jitter: number,
): Settlement {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const spread = (seconds: number) => after(seconds * (0.75 + jitter / 2));
  const whileDeleting = <T>(otherwise: T) =>
    set.state === 'deleting' ? 'deleting' : otherwise;
  const common = {
    observedGeneration: set.observedGeneration,
    inventory: outcome.inventory,
    objects: outcome.objects,
    conditions: [readyCondition(set, outcome, now)],
    appliedAt: set.appliedAt,
  };
  switch (outcome.kind) {
    case 'ready':
      return {
        ...common,
        state: 'ready',
        observedGeneration: set.generation,
        attempts: 0,
        nextRunAt: spread(RESYNC_SECONDS),
        appliedAt: outcome.isSeen ? set.appliedAt : now,
      };
    case 'waiting':
      return {
        ...common,
        state: whileDeleting('waiting'),
        attempts: set.attempts + 1,
        nextRunAt: after(
          Math.min(WAIT_FIRST_SECONDS * 2 ** set.attempts, WAIT_MAX_SECONDS),
        ),
      };
    case 'deleted':
      return { ...common, state: 'deleted', attempts: 0, nextRunAt: NEVER };
    case 'retry':
      return {
        ...common,
        state: whileDeleting('retrying'),
        attempts: set.attempts + 1,
        lastError: outcome.error,
        nextRunAt: spread(Math.min(2 ** set.attempts, BACK_OFF_MAX_SECONDS)),
      };
    default:
      return {
        ...common,
        state: whileDeleting('stalled'),
        attempts: set.attempts + 1,
        lastError: outcome.message,
        nextRunAt: spread(STALLED_RECHECK_SECONDS),
      };
  }
}

/** The time of a condition moves only when its status does. */
function readyCondition(
  set: ApplySetRecord,
  outcome: Outcome,
  now: Date,
): Condition {
  const said = describe(outcome);
  const before = set.conditions.find(({ type }) => type === 'Ready');
  const isSame = before?.status === said.status;
  return {
    type: 'Ready',
    ...said,
    lastTransitionTime: isSame ? before.lastTransitionTime : now.toISOString(),
  };
}

function describe(
  outcome: Outcome,
): Pick<Condition, 'status' | 'reason' | 'message'> {
  switch (outcome.kind) {
    case 'ready':
      return {
        status: 'True',
        reason: 'Healthy',
        message: 'Everything stands on the cluster',
      };
    case 'waiting':
      return { status: 'False', reason: 'Waiting', message: outcome.message };
    case 'deleted':
      return {
        status: 'False',
        reason: 'Deleted',
        message: 'Nothing of it is left on the cluster',
      };
    case 'retry':
      return { status: 'Unknown', reason: 'Retrying', message: outcome.error };
    default:
      return {
        status: 'False',
        reason: outcome.reason,
        message: outcome.message,
      };
  }
}
