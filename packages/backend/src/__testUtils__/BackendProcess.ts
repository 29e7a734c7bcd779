import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  TypeScriptProcess,
  until,
  type ProcessEnd,
} from '@caas/backend-testing/processes';

// eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
const BACKEND = path.resolve(__dirname, '../..');

/** A backend in a process of its own, from the sources; it can be started again. */
export class BackendProcess {
  private running?: TypeScriptProcess;

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

  /** Starts the process, and waits until it is ready. */
  async start(): Promise<void> {
    const { entry, configFiles, env } = this.options;
    const running = TypeScriptProcess.start(entry, {
      args: configFiles.flatMap(file => ['--config', file]),
      cwd: BACKEND,
      env: {
        // What the first start has compiled, the next ones need not compile again.
        NODE_COMPILE_CACHE: path.join(tmpdir(), 'caas-compile-cache'),
        ...env,
      },
    });
    this.running = running;
    await until('the backend is ready', 240_000, async () => {
      if (running.hasEnded) {
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
    this.running?.signal(name);
  }

  /** Nobody reads its output any more, as when the terminal is gone. */
  closeOutput(): void {
    this.running?.closeOutput();
  }

  /** Waits until the process has ended. */
  async ended(): Promise<ProcessEnd> {
    return this.running!.ended();
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    await this.running?.kill();
  }

  /** Everything that it has written so far, line by line. */
  lines(): string[] {
    return this.running?.lines() ?? [];
  }

  /** The last lines of the log, for a test that failed. */
  tail(): string {
    return this.running?.tail() ?? '';
  }
}
