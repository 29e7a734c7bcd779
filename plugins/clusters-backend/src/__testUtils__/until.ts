import { setTimeout as wait } from 'node:timers/promises';

const DEADLINE_MS = 10_000;
const PAUSE_MS = 10;

/** Asks again until the expectation holds, and fails with its own words when it does not in time. */
export async function until<T>(expectation: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await wait(PAUSE_MS);
  }
}
