/** Does something for a request that may be refused, and says of a refusal what was refused. */
export async function refusing<T>(
  kind: string,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { name, message } = error as Error;
    const refusal = new Error(`The request '${kind}' was refused: ${message}`, {
      cause: error,
    });
    // Whoever reads errors goes by their names.
    refusal.name = name;
    throw refusal;
  }
}
