import type { Execution } from '@caas/plugin-approvals-common';
import type { ClaimedTask } from '../domain/request';
import type { Holders } from '../domain/watch';
import type { ExecutionFollowUp } from './operations/recordExecution';

/** Keeps the work that is left to do. */
export interface TaskStore {
  claimDue(options: {
    now: Date;
    leaseSeconds: number;
    limit: number;
    ticket: string;
  }): Promise<ClaimedTask[]>;
  /** When the next task is due, or the lease of one ends. */
  nextDueAt(): Promise<Date | undefined>;
  /** Removes a task that is done, while the ticket is still the worker's own; otherwise answers false. */
  finish(task: ClaimedTask): Promise<boolean>;
  /** Puts a task off, while the ticket is still the worker's own. */
  postpone(
    task: ClaimedTask,
    next: { runAt: Date; attempts: number; error?: string },
  ): Promise<boolean>;
  /** Makes the task of an execution under way due now, unless a worker holds it; answers whether there is one. */
  hasten(requestId: string, now: Date): Promise<boolean>;
  /** Writes that the execution has begun; a request that is executing already stays as it is. */
  startExecution(task: ClaimedTask, now: Date): Promise<boolean>;
  /**
   * Writes how far an execution is. `done` and `failed` end it: the state of the request, its timeline, the notification
   * and the end of the task are one transaction.
   */
  recordExecution(
    task: ClaimedTask,
    execution: Execution,
    next: ExecutionFollowUp,
    now: Date,
  ): Promise<boolean>;
  /** How often the desk has tried a failed execution again by itself, since a person last did. */
  retriesOf(requestId: string): Promise<number>;
  /** Writes what a look at a waiting request finds to do, and when to look again; answers whether the request changed. */
  recordLook(
    task: ClaimedTask,
    seen: { position?: number; holders: Holders },
    now: Date,
  ): Promise<boolean>;
}
