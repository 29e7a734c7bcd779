import type { ApplySet } from '@caas/plugin-clusters-common';
import type { NamespaceStep } from './namespace';

/** How one attempt to bring a namespace to what is wanted ended. */
export type Outcome =
  | { kind: 'ready' }
  | { kind: 'waiting'; step: NamespaceStep; message: string }
  | { kind: 'retry'; error: string }
  | { kind: 'stalled'; message: string };

/** What the state of an apply set says about the namespace that it makes. */
export function outcomeOfApplySet(
  set: ApplySet,
  wantedGeneration: number,
): Outcome {
  switch (set.state) {
    case 'ready':
      return set.observedGeneration >= wantedGeneration
        ? { kind: 'ready' }
        : waiting('apply', set, 'The new objects are being applied');
    case 'waiting':
      return waiting('ready', set, 'The objects are not healthy yet');
    case 'stalled':
      return {
        kind: 'stalled',
        message: reasonOf(set) ?? `Cluster '${set.cluster}' refuses an object`,
      };
    case 'deleting':
    case 'deleted':
      return {
        kind: 'stalled',
        message: `The objects on cluster '${set.cluster}' are being deleted, although the namespace is still held`,
      };
    default:
      return waiting(
        'apply',
        set,
        `Waiting for cluster '${set.cluster}' to take the objects`,
      );
  }
}

function waiting(
  step: NamespaceStep,
  set: ApplySet,
  otherwise: string,
): Outcome {
  return { kind: 'waiting', step, message: reasonOf(set) ?? otherwise };
}

/** What an apply set says about itself, if anything. */
export function reasonOf(set: ApplySet): string | undefined {
  return (
    set.lastError ||
    set.conditions.find(
      condition => condition.status !== 'True' && condition.message,
    )?.message
  );
}

/** Errors that the same call will meet again: a person has to change something. */
const REFUSALS = ['InputError', 'ConflictError', 'NotAllowedError'];

/** What an error of a call says: a refusal needs a person, anything else is tried again. */
export function outcomeOfError(error: unknown): Outcome {
  const { name, message } = error as Error;
  return REFUSALS.includes(name)
    ? { kind: 'stalled', message }
    : { kind: 'retry', error: message };
}
