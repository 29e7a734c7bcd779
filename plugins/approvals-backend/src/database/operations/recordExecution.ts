import { inOneLine } from '@caas/contract';
import type { Execution } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type {
  ClaimedTask,
  NotifyData,
  RequestFile,
} from '../../domain/request';
import type { DbExecutionRow, DbTaskRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadForTask } from './loadForTask';
import { Writes } from './Writes';

/**
 * Moves an approved request to `executing`. A worker that died right after it finds the request executing, and goes on.
 *
 * @returns false when there is nothing to execute: the ticket is not the worker's own any more, or the request is not
 * approved.
 */
export async function startExecution(
  knex: Knex,
  task: ClaimedTask,
  now: Date,
): Promise<boolean> {
  return knex.transaction(async tx => {
    const held = await loadForTask(tx, task, now);
    if (!held) return false;
    const { file } = held;
    if (file?.request.state === 'executing') return true;
    if (file?.request.state === 'failed') return startAgain(tx, file, now);
    if (file?.request.state !== 'approved') {
      // Nothing but an approval may lead to an execution.
      await tx<DbTaskRow>('tasks').where({ id: task.id }).delete();
      return false;
    }
    const writes = Writes.in(tx);
    changeState(writes, file.request, 'start', now);
    addToTimeline(writes, task.requestId, { event: 'started', now });
    writes.insert<DbExecutionRow>('executions', {
      request_id: task.requestId,
      state: 'working',
      steps: '[]',
      message: null,
      updated_at: now.toISOString(),
      retries: 0,
      retry_at: null,
    });
    await writes.send();
    return true;
  });
}

/** What comes after an answer of the owner. */
export type ExecutionFollowUp = {
  runAt: Date;
  attempts: number;
  /** When to try again after this failure, because it passes by itself. */
  retryAt?: Date;
  ended?: NotifyData;
};

/** Writes how far an execution is, and ends it together with the request when it is over. */
export async function recordExecution(
  knex: Knex,
  task: ClaimedTask,
  execution: Execution,
  next: ExecutionFollowUp,
  now: Date,
): Promise<boolean> {
  return knex.transaction(async tx => {
    const held = await loadForTask(tx, task, now);
    if (!held) return false;
    const { file } = held;
    if (!file || file.request.state !== 'executing') {
      await tx<DbTaskRow>('tasks').where({ id: task.id }).delete();
      return false;
    }
    const writes = Writes.in(tx);
    const ownTask = tx<DbTaskRow>('tasks').where({ id: task.id });
    writes.change(
      tx<DbExecutionRow>('executions')
        .where({ request_id: task.requestId })
        .update({
          state: execution.state,
          steps: JSON.stringify(execution.steps),
          message: execution.message ? JSON.stringify(execution.message) : null,
          updated_at: now.toISOString(),
          retry_at: next.retryAt?.toISOString() ?? null,
        }),
    );
    const putOff = (until: Date, attempts: number) =>
      writes.change(
        ownTask.update({
          next_run_at: until.toISOString(),
          attempts,
          last_error: execution.message?.en ?? null,
          ticket: null,
        }),
      );
    if (execution.state === 'working') {
      putOff(next.runAt, next.attempts);
      await writes.send();
      return true;
    }
    const isDone = execution.state === 'done';
    const after = changeState(
      writes,
      file.request,
      isDone ? 'finish' : 'fail',
      now,
    );
    addToTimeline(writes, task.requestId, {
      event: isDone ? 'completed' : 'failed',
      comment: execution.message && inOneLine(execution.message),
      now,
    });
    if (next.retryAt) putOff(next.retryAt, 0);
    else writes.change(ownTask.delete());
    if (next.ended) {
      addTask(writes, after, {
        type: 'notify',
        suffix: `${execution.state}-${after.version}`,
        data: next.ended,
        now,
      });
    }
    await writes.send();
    return true;
  });
}

/** Begins anew, because the failure was one that passes by itself. Its task stayed, and was not due before. */
async function startAgain(
  tx: Knex.Transaction,
  { request }: RequestFile,
  now: Date,
): Promise<boolean> {
  const writes = Writes.in(tx);
  changeState(writes, request, 'retry', now);
  addToTimeline(writes, request.id, { event: 'retried', now });
  writes.change(
    tx<DbExecutionRow>('executions')
      .where({ request_id: request.id })
      .update({ state: 'working', message: null, retry_at: null })
      .increment('retries', 1),
  );
  await writes.send();
  return true;
}
