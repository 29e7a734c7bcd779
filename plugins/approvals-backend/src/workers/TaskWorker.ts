import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TaskStore } from '../database/TaskStore';
import type { Clock } from '../domain/Clock';
import type { ClaimedTask } from '../domain/request';
import type { TaskRunner } from './TaskRunner';

/** Longer than two calls of another plugin take, and short enough that nobody waits long after a kill. */
const LEASE_SECONDS = 15;
/** As many as one worker has under way at once. */
const BATCH = 10;
const BACK_OFF_MAX_SECONDS = 60;

type Options = {
  tasks: TaskStore;
  runner: TaskRunner;
  clock: Clock;
  logger: LoggerService;
};

/**
 * Does the work that transactions left behind: reserving and releasing with the owners of kinds, executing what is
 * approved, telling people.
 *
 * Words: a task is *due* when `next_run_at` has passed; to *claim* it moves that time to the end of a *lease* and writes a
 * *ticket*; whatever it writes afterwards compares the ticket.
 *
 * Guarantees: every task is tried until it is done, by at most one worker per lease. A worker killed between its call and
 * its commit calls again, so owners are idempotent by request id. People may be told twice; they are never not told.
 *
 * Nothing lives in memory: several replicas share the work, and each survives a kill at any instruction.
 */
export class TaskWorker {
  static create(options: Options): TaskWorker {
    return new TaskWorker(options);
  }

  private running?: Promise<void>;
  private isWoken = false;

  private constructor(private readonly options: Options) {}

  /** Works until nothing is due. A call during a run makes that run look once more. */
  run(): Promise<void> {
    this.isWoken = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** `run` for somebody who does not wait for it. Whatever goes wrong, the tasks stay due. */
  wake(): void {
    this.run().catch(error =>
      this.options.logger.warn(
        'Tasks of requests could not be worked on',
        error,
      ),
    );
  }

  private async drain(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      if (await this.workOnBatch()) this.isWoken = true;
    }
  }

  private async workOnBatch(): Promise<boolean> {
    const { tasks, clock } = this.options;
    const claimed = await tasks.claimDue({
      now: clock.now(),
      leaseSeconds: LEASE_SECONDS,
      limit: BATCH,
      ticket: randomUUID(),
    });
    await Promise.all(claimed.map(task => this.workOn(task)));
    return claimed.length > 0;
  }

  private async workOn(task: ClaimedTask): Promise<void> {
    const { tasks, runner, clock, logger } = this.options;
    try {
      await runner.run(task);
    } catch (error) {
      const attempts = task.attempts + 1;
      const seconds = Math.min(2 ** task.attempts, BACK_OFF_MAX_SECONDS);
      const { message } = error as Error;
      logger.warn(
        `The task '${task.id}' is tried again in ${seconds} s: ${message}`,
      );
      await tasks.postpone(task, {
        runAt: new Date(clock.now().getTime() + seconds * 1000),
        attempts,
        error: message,
      });
    }
  }
}
