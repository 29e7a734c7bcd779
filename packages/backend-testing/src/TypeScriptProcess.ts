import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { INSTRUCTIONS, READY } from './workerSide';

/** How a process ended, and how long after somebody began to wait for it. @public */
export type ProcessEnd = {
  code: number | null;
  signal: NodeJS.Signals | null;
  afterMs: number;
};

/**
 * A module that runs from its TypeScript sources in a process of its own: to be paused, killed and read.
 *
 * @public
 */
export class TypeScriptProcess {
  /** @param entry - The file of the module, absolute or relative to `cwd`. */
  static start(
    entry: string,
    options: {
      args?: string[];
      cwd?: string;
      env?: Record<string, string>;
    } = {},
  ): TypeScriptProcess {
    const { args = [], cwd, env } = options;
    return new TypeScriptProcess(
      spawn(
        process.execPath,
        [
          '-r',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
          entry,
          ...args,
        ],
        {
          cwd,
          env: { ...process.env, ...env },
          stdio: ['pipe', 'pipe', 'pipe'],
        },
      ),
    );
  }

  /**
   * A module that does what it is told with `instructionsOf` and says so with `sayReady`; answers once it has. It ends with
   * its parent.
   */
  static async startWorker(
    entry: string,
    instructions: object,
  ): Promise<TypeScriptProcess> {
    const worker = TypeScriptProcess.start(entry, {
      env: {
        // Those that jest runs with are not for it.
        NODE_OPTIONS: '',
        [INSTRUCTIONS]: JSON.stringify(instructions),
      },
    });
    await worker.writes(READY);
    return worker;
  }

  private readonly output: string[] = [];
  private readonly closed: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcessByStdio<Writable, Readable, Readable>,
  ) {
    // A test that fails before it knows this process would leave it behind.
    const killWithUs = () => child.kill('SIGKILL');
    process.once('exit', killWithUs);
    child.once('exit', () => process.off('exit', killWithUs));
    const keep = (chunk: Buffer) => void this.output.push(chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.closed = once(child, 'close');
  }

  get pid(): number {
    return this.child.pid!;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits for a line; a process that ends without it is a failure, with the last that it wrote. */
  async writes(line: string): Promise<void> {
    const written = new Promise<void>(resolve => {
      const look = () => {
        if (this.lines().includes(line)) resolve();
      };
      this.child.stdout.on('data', look);
      look();
    });
    const ended = this.closed.then(() => {
      const { exitCode, signalCode } = this.child;
      throw new Error(
        `The process ended with ${exitCode ?? signalCode} before it wrote '${line}':\n${this.tail()}`,
      );
    });
    await Promise.race([written, ended]);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** It does nothing from here on, and knows nothing of it. */
  pause(): void {
    this.signal('SIGSTOP');
  }

  resume(): void {
    this.signal('SIGCONT');
  }

  /** Ends it as a power cut would: at once, and in the middle of whatever it does. */
  async kill(): Promise<ProcessEnd> {
    this.signal('SIGKILL');
    return this.ended();
  }

  /** Waits until it has ended. */
  async ended(): Promise<ProcessEnd> {
    const since = performance.now();
    if (!this.hasEnded) await once(this.child, 'exit');
    const { exitCode: code, signalCode: signal } = this.child;
    return { code, signal, afterMs: performance.now() - since };
  }

  /** Nobody reads its output any more, as when the terminal is gone. */
  closeOutput(): void {
    this.child.stdout.destroy();
    this.child.stderr.destroy();
  }

  /** Everything that it has written so far, line by line. */
  lines(): string[] {
    return this.output.join('').split('\n').filter(Boolean);
  }

  /** The last lines that it wrote, for a test that failed. */
  tail(): string {
    return this.lines().slice(-60).join('\n');
  }
}
