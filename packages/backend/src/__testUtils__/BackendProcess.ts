import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@caas/backend-testing/processes';

// eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
const BACKEND = path.resolve(__dirname, '../..');

/** How a process ended, and how long after it was asked to. */
export type End = {
  code: number | null;
  signal: NodeJS.Signals | null;
  afterMs: number;
};

/** A backend in a process of its own, from the sources. */
export class BackendProcess {
  private child?: ChildProcess;
  private readonly output: string[] = [];

  constructor(
    private readonly options: {
      /** Relative to packages/backend. */
      entry: string;
      port: number;
      configFiles: string[];
      env: Record<string, string>;
    },
  ) {}

  get port(): number {
    return this.options.port;
  }

  get baseUrl(): string {
    return `http://localhost:${this.options.port}`;
  }

  /** Starts the process, and waits until it is ready unless told otherwise. */
  async start(): Promise<void> {
    const { entry, configFiles, env } = this.options;
    const child = spawn(
      process.execPath,
      [
        '-r',
        '@backstage/cli/config/nodeTransform.cjs',
        entry,
        ...configFiles.flatMap(file => ['--config', file]),
      ],
      {
        cwd: BACKEND,
        env: {
          ...process.env,
          // What the first start has compiled, the next ones need not compile again.
          NODE_COMPILE_CACHE: path.join(tmpdir(), 'caas-compile-cache'),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.child = child;
    // A test that fails before it knows this process would leave it behind.
    const killWithUs = () => child.kill('SIGKILL');
    process.once('exit', killWithUs);
    child.once('exit', () => process.off('exit', killWithUs));
    const keep = (chunk: Buffer) => void this.output.push(chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    await until('the backend is ready', 240_000, async () => {
      if (child.exitCode !== null) {
        throw new Error(`The backend stopped:\n${this.tail()}`);
      }
      return this.isReady();
    });
  }

  async isReady(): Promise<boolean> {
    const response = await fetch(
      `${this.baseUrl}/.backstage/health/v1/readiness`,
    ).catch(() => undefined);
    return Boolean(response?.ok);
  }

  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  /** Nobody reads its output any more, as when the terminal is gone. */
  closeOutput(): void {
    this.child?.stdout?.destroy();
    this.child?.stderr?.destroy();
  }

  /** Waits until the process has ended. */
  async ended(): Promise<End> {
    const child = this.child!;
    const since = Date.now();
    if (child.exitCode === null && child.signalCode === null) {
      await new Promise(resolve => {
        child.once('exit', resolve);
      });
    }
    return {
      code: child.exitCode,
      signal: child.signalCode,
      afterMs: Date.now() - since,
    };
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    if (!this.child) return;
    this.child.kill('SIGKILL');
    await this.ended();
  }

  /** Everything that it has written so far, line by line. */
  lines(): string[] {
    return this.output.join('').split('\n').filter(Boolean);
  }

  /** The last lines of the log, for a test that failed. */
  tail(): string {
    return this.lines().slice(-60).join('\n');
  }
}
