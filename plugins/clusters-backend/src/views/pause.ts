import { setTimeout as wait } from 'node:timers/promises';

/** Waits, or returns at once when the signal aborts. */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
