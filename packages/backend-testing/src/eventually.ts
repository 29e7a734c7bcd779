import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 20;

/**
 * Asks again until an expectation holds, and answers what it answers then; after so many seconds it fails with the words of
 * the expectation. `until` is for a question that is answered by yes or no, and whose failure ends the wait.
 *
 * @public
 */
export async function eventually<T>(
  seconds: number,
  expectation: () => T | Promise<T>,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await wait(PAUSE_MS);
  }
}
