import { setTimeout } from 'node:timers/promises';

/** Four times as long as the work: it takes at most a fifth of the time, however many changes ask for it. */
const REST_FACTOR = 4;
/** Whoever waits for what has changed is at most that much behind. */
const REST_MAX_MS = 2000;

/**
 * The rest after a piece of work that changes ask for, the longer the longer the work took. Changes that come meanwhile
 * gather, and are worked on together at its end.
 *
 * @remarks
 * A single change is worked on at once; of hundreds in a minute few are, and the last one is never lost. A process that
 * ends does not wait for it.
 *
 * @param begun - when the work began, by `performance.now()`
 * @public
 */
export function restAfterWork(begun: number): Promise<void> {
  const rest = restMilliseconds(performance.now() - begun);
  return setTimeout(rest, undefined, { ref: false });
}

/** How long the rest is after work that took so long. */
export function restMilliseconds(worked: number): number {
  return Math.min(worked * REST_FACTOR, REST_MAX_MS);
}
