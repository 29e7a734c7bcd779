import { pause } from './pause';

/** How soon a new token is noticed. */
const LOOK_EVERY_MS = 2_000;

/**
 * Waits, or returns as soon as the portal has another credential than the one that was tried: what that met says nothing
 * about the other.
 */
export async function pauseUntilRenewed(
  milliseconds: number,
  signal: AbortSignal,
  credential: () => string,
  tried: string,
): Promise<void> {
  let left = milliseconds;
  while (left > 0 && !signal.aborted && credential() === tried) {
    const step = Math.min(left, LOOK_EVERY_MS);
    await pause(step, signal);
    left -= step;
  }
}
