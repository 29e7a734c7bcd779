import { isSameObject, keyOf, type ApplySetRecord } from './applySet';
import type { SeenObjects } from './SeenObjects';

/**
 * Everything is sent to the cluster again after this, whatever its view shows: the view knows only fields that the cluster
 * says are ours. What an API server forgot to write there, what another version of it would default, and whether the
 * tenant of a namespace that the set only uses is still the same, only an apply finds out.
 */
const REAPPLY_SECONDS = 600;

/**
 * Whether a set that was ready still is, without a question to the cluster: its view shows every object, and each as the
 * last apply left it.
 *
 * It can only keep ready what is: a set that wants something new, waits, retries or is stalled is never judged by a view. A
 * view that lags shows either what was before our own apply, which differs from what that left, or not yet what somebody
 * changed since; then the change itself wakes the set when it arrives.
 */
export function standsAsApplied(
  set: ApplySetRecord,
  seen: SeenObjects,
  now: Date,
): boolean {
  const { state, generation, observedGeneration, appliedAt } = set;
  // All are looked for in any case, so that every kind of the set is followed from its first attempt on.
  const objects = set.desired.map(object => seen.find(keyOf(object)));
  if (state !== 'ready' || observedGeneration !== generation) return false;
  if (!appliedAt) return false;
  const age = (now.getTime() - appliedAt.getTime()) / 1000;
  if (age >= REAPPLY_SECONDS) return false;
  if (set.inventory.length !== set.desired.length) return false;
  return set.desired.every((object, index) => {
    const shown = objects[index];
    const key = keyOf(object);
    const left = set.inventory.find(entry => isSameObject(entry, key));
    return (
      shown !== undefined &&
      left?.fingerprint !== undefined &&
      shown.setId === set.id &&
      shown.uid === left.uid &&
      shown.fingerprint === left.fingerprint &&
      shown.missing === undefined
    );
  });
}
