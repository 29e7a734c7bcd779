/** What the client of a contract throws, as far as others read it. */
type Refusal = Error & { status?: number; translations?: unknown };

/**
 * Asks another plugin, and throws what it refuses as a plain error: with its name, its status and its sentences.
 *
 * What the client of a contract throws says itself how it is written as JSON, and leaves its name out there. So writes it
 * Backstage's error handler, and the MCP backend tells an assistant the sentence of an error only when it knows its
 * name; of any other it tells the status alone.
 */
export async function plainly<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { name, message, status, translations } = error as Refusal;
    // What has no status did not come so far as to get an answer.
    if (status === undefined) throw error;
    const plain = new Error(message, { cause: error });
    throw Object.assign(plain, { name, status, translations });
  }
}
