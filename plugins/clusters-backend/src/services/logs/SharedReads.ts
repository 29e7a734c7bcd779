/** So long an answer is given to others who ask the same. */
const SHARED_MS = 2000;

/** Reads that many people ask for at once reach the cluster once: whoever asks while one is under way shares it. */
export class SharedReads {
  private readonly reads = new Map<string, Promise<unknown>>();

  read<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const shared = this.reads.get(key);
    // The key names what is asked, so what was asked under it has its type.
    if (shared) return shared as Promise<T>;
    const forget = () => this.reads.delete(key);
    const read = ask();
    this.reads.set(key, read);
    read.then(() => setTimeout(forget, SHARED_MS).unref(), forget);
    return read;
  }
}
