/** Asks again and again until the answer is not undefined; fails after the deadline, saying what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  seconds = 20,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) {
      throw new Error(`Waited ${seconds} s in vain until ${what}`);
    }
    // A breath between two questions; nothing is assumed to have happened after it.
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}
