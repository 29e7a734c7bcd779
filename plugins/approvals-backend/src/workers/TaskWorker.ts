import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TaskStore } from '../database/TaskStore';
import type { Clock } from '../domain/Clock';
import type { ClaimedTask } from '../domain/request';
import type { Alarm } from './Alarm';
import type { TaskRunner } from './TaskRunner';

/** Longer than two calls of another plugin take, and short enough that nobody waits long after a kill. */
const LEASE_SECONDS = 15;
/** As many as one worker has under way at once. */
const PARALLEL = 10;
const BACK_OFF_MAX_SECONDS = 60;
/** A task that is due but held by another worker does not make this one run in circles. */
const LOOK_AGAIN_MIN_MS = 50;
/** The scheduler wakes the worker more often than that anyway. */
const LOOK_AGAIN_MAX_MS = 5000;

type Options = {
  tasks: TaskStore;
  runner: Pick<TaskRunner, 'run'>;
  alarm: Alarm;
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
 * its commit calls again, so owners are idempotent by request id. People may be told twice; they are never not told. A task
 * that hangs keeps one of the places, and no other task waiting.
 *
 * Nothing that counts lives in memory: several replicas share the work, and each survives a kill at any instruction. The
 * alarm for the next due time makes it prompt; the scheduler wakes it whether the alarm rings or not.
 */
export class TaskWorker {
  static create(options: Options): TaskWorker {
    return new TaskWorker(options);
  }

  private running?: Promise<void>;
  private isWoken = false;
  private isStopped = false;
  private readonly underWay = new Set<Promise<void>>();
  private goOn = () => {};

  private constructor(private readonly options: Options) {}

  /** Works until nothing is due and nothing is under way. A call during a run makes that run look once more. */
  run(): Promise<void> {
    this.lookAgain();
    this.running ??= this.work().finally(() => {
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

  /** Takes no more tasks. What is under way ends, or is due again at the end of its lease. */
  stop(): void {
    this.isStopped = true;
    this.options.alarm.clear();
    this.goOn();
  }

  private async work(): Promise<void> {
    while (!this.isStopped && (this.isWoken || this.underWay.size > 0)) {
      const places = PARALLEL - this.underWay.size;
      if (this.isWoken && places > 0) {
        this.isWoken = false;
        await this.fill(places);
      } else {
        await new Promise<void>(resolve => {
          this.goOn = resolve;
        });
      }
    }
  }

  private async fill(places: number): Promise<void> {
    const { tasks, clock } = this.options;
    const claimed = await tasks.claimDue({
      now: clock.now(),
      leaseSeconds: LEASE_SECONDS,
      limit: places,
      ticket: randomUUID(),
    });
    for (const task of claimed) {
      const work = this.workOn(task).finally(() => {
        this.underWay.delete(work);
        this.lookAgain();
      });
      this.underWay.add(work);
    }
    if (claimed.length === 0) await this.setAlarm();
  }

  private async setAlarm(): Promise<void> {
    const { tasks, clock, alarm } = this.options;
    const dueAt = await tasks.nextDueAt();
    alarm.clear();
    if (!dueAt || this.isStopped) return;
    const wait = dueAt.getTime() - clock.now().getTime();
    if (wait > LOOK_AGAIN_MAX_MS) return;
    alarm.set(Math.max(wait, LOOK_AGAIN_MIN_MS), () => this.wake());
  }

  private lookAgain(): void {
    this.isWoken = true;
    this.goOn();
  }

  /** Never throws: what could not even be put off is due again at the end of its lease. */
  private async workOn(task: ClaimedTask): Promise<void> {
    const { runner, logger } = this.options;
    try {
      await runner.run(task);
    } catch (error) {
      await this.putOff(task, error as Error).catch(reason =>
        logger.warn(`The task '${task.id}' could not be put off`, reason),
      );
    }
  }

  private async putOff(task: ClaimedTask, { message }: Error): Promise<void> {
    const { tasks, clock, logger } = this.options;
    const seconds = Math.min(2 ** task.attempts, BACK_OFF_MAX_SECONDS);
    logger.warn(
      `The task '${task.id}' is tried again in ${seconds} s: ${message}`,
    );
    await tasks.postpone(task, {
      runAt: new Date(clock.now().getTime() + seconds * 1000),
      attempts: task.attempts + 1,
      error: message,
    });
  }
}
