import type { NamespaceRecord } from './namespace';
import type { Outcome } from './outcome';

/** What an attempt changes about a namespace. */
export type Settlement = Pick<
  NamespaceRecord,
  'state' | 'step' | 'message' | 'attempts' | 'lastError'
> & {
  /** Undefined leaves it. */
  readyGeneration?: number;
  /** Undefined leaves it: the desk may be told while a worker holds the row. */
  failureTold?: boolean;
  nextRunAt: Date;
};

/** A namespace that stands is looked at again: its apply set may have stalled since, or somebody deletes it. */
const RECHECK_SECONDS = 240;
/** A failed one is looked at more often: somebody may be mending the cluster. */
const FAILED_RECHECK_SECONDS = 30;
const WAIT_MAX_SECONDS = 10;
const BACK_OFF_MAX_SECONDS = 60;

/**
 * The one function that changes the state of a namespace after an attempt.
 *
 * | state \ outcome | ready | waiting      | retry        | stalled |
 * | provisioning    | ready | provisioning | provisioning | failed  |
 * | ready           | ready | ready        | ready        | failed  |
 * | failed          | ready | failed       | failed       | failed  |
 *
 * A ready namespace stays ready while its cluster is away: nobody lost anything. A failed one becomes ready when
 * somebody has mended the cause, and otherwise only leaves `failed` by `restart`, when a person retries.
 */
export function settle(
  namespace: NamespaceRecord,
  outcome: Outcome,
  now: Date,
): Settlement {
  const { state, step, attempts } = namespace;
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  switch (outcome.kind) {
    case 'ready':
      return {
        state: 'ready',
        step: 'ready',
        attempts: 0,
        readyGeneration: namespace.generation,
        failureTold: false,
        nextRunAt: after(RECHECK_SECONDS),
      };
    case 'waiting': {
      const polls = outcome.step === step ? attempts + 1 : 1;
      return {
        state,
        step: outcome.step,
        message: outcome.message,
        attempts: polls,
        nextRunAt: after(Math.min(2 ** (polls - 1) * 0.5, WAIT_MAX_SECONDS)),
      };
    }
    case 'retry':
      return {
        state,
        step,
        message: outcome.error,
        lastError: outcome.error.en,
        attempts: attempts + 1,
        nextRunAt: after(Math.min(2 ** attempts, BACK_OFF_MAX_SECONDS)),
      };
    default:
      return {
        state: 'failed',
        step,
        message: outcome.message,
        lastError: outcome.message.en,
        attempts: attempts + 1,
        failureTold: state === 'failed' ? undefined : false,
        nextRunAt: after(FAILED_RECHECK_SECONDS),
      };
  }
}
