/**
 * Asks until the answer is truthy; fails with the last answer when the time is over.
 *
 * @param what - What is waited for, as the failure says it.
 * @public
 */
export async function until<T>(
  what: string,
  timeoutMs: number,
  ask: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    last = answer;
    // A breath between two questions; nothing is assumed to have happened after it.
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error(`Not within ${timeoutMs} ms: ${what} (last: ${last})`);
}
