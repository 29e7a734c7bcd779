import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 50;

/** Asks again until the expectation holds; answers how long that took, in seconds, and fails with its words after `seconds`. */
export async function eventually(
  seconds: number,
  expectation: () => unknown,
): Promise<number> {
  const begun = performance.now();
  const passed = () => (performance.now() - begun) / 1000;
  for (;;) {
    try {
      await expectation();
      return passed();
    } catch (error) {
      if (passed() > seconds) throw error;
    }
    await wait(PAUSE_MS);
  }
}
