import { pause } from './pause';

/** How soon a new token is noticed. */
const LOOK_EVERY_MS = 2_000;

/** Waits, or returns as soon as the portal has another credential: what the old one met says nothing about it. */
export async function pauseUntilRenewed(
  milliseconds: number,
  signal: AbortSignal,
  credential: () => string,
): Promise<void> {
  const before = credential();
  let left = milliseconds;
  while (left > 0 && !signal.aborted && credential() === before) {
    const step = Math.min(left, LOOK_EVERY_MS);
    await pause(step, signal);
    left -= step;
  }
}
