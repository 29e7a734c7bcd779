import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { WorkerOptions } from './worker';

/** A replica in a process of its own. */
export class Replica {
  private constructor(private readonly child: ChildProcess) {}

  static async start(options: WorkerOptions): Promise<Replica> {
    const child = fork(path.join(__dirname, 'worker.ts'), {
      execArgv: [
        '-r',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        WORKER: JSON.stringify(options),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`A replica ended with ${code} before it was ready`);
      }),
    ]);
    return new Replica(child);
  }

  /** It does nothing from here on, and knows nothing of it: SIGSTOP. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
