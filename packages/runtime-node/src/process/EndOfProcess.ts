/** Signals this close together are one wish: Ctrl-C reaches a whole process group, and parents pass it on once more. */
const SAME_WISH_MS = 1000;

/** What the end of a process needs from the outside; a test brings its own. */
export type EndOptions = {
  /** Stops the backend: not ready, drained, closed. */
  stop(): Promise<void>;
  /** Says something for the operator. */
  log(level: 'info' | 'error', message: string, error?: unknown): void;
  exit(code: number): void;
  now(): number;
  /** After this long the process ends even if it has not stopped. */
  limitMs(): number;
};

/**
 * Decides how the process ends: once, in good order and within a time, whatever asks for it.
 *
 * | what comes                                | then                                            | exit code  |
 * | ----------------------------------------- | ----------------------------------------------- | ---------- |
 * | a signal                                  | drain, stop                                     | 0          |
 * | a second signal, after more than a second | end at once                                     | 128 + n    |
 * | an exception that nobody caught           | log with the stack, drain, stop: what it left behind cannot be trusted | 1 |
 * | the limit passes, or the stop fails       | end at once                                     | 1          |
 */
export class EndOfProcess {
  private endingSince?: number;
  private exitCode = 0;
  /** What has been said already: a backend that did not start gives the same error again when it is stopped. */
  private readonly told = new Set<unknown>();

  constructor(private readonly options: EndOptions) {}

  onSignal(signal: string, number: number): void {
    const { log, exit, now } = this.options;
    if (this.endingSince === undefined) {
      log('info', `Received ${signal}`);
      this.begin();
    } else if (now() - this.endingSince > SAME_WISH_MS) {
      log('error', `Received ${signal} while shutting down, ending at once`);
      exit(128 + number);
    }
  }

  onCrash(kind: string, error: unknown): void {
    this.exitCode = 1;
    this.told.add(error);
    this.options.log('error', `${kind}, shutting down`, error);
    if (this.endingSince === undefined) this.begin();
  }

  private begin(): void {
    const { stop, log, exit, now, limitMs } = this.options;
    this.endingSince = now();
    const limit = limitMs();
    setTimeout(() => {
      log('error', `Not stopped within ${limit} ms, ending at once`);
      exit(1);
    }, limit).unref();
    stop().then(
      () => exit(this.exitCode),
      error => {
        if (!this.told.has(error)) {
          log('error', 'Could not stop in good order', error);
        }
        exit(1);
      },
    );
  }
}
