import type { Execution } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { ClaimedTask } from '../domain/request';
import type { Holders } from '../domain/watch';
import { claimDueTasks } from './operations/claimDueTasks';
import {
  recordExecution,
  startExecution,
  type ExecutionFollowUp,
} from './operations/recordExecution';
import { recordLook } from './operations/recordLook';
import type { TaskStore } from './TaskStore';
import type { DbExecutionRow, DbTaskRow } from './tables';

export class DatabaseTaskStore implements TaskStore {
  static create(options: { knex: Knex }): DatabaseTaskStore {
    return new DatabaseTaskStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  claimDue(options: {
    now: Date;
    leaseSeconds: number;
    limit: number;
    ticket: string;
  }) {
    return claimDueTasks(this.knex, options);
  }

  async nextDueAt() {
    const row = await this.knex<DbTaskRow>('tasks')
      .orderBy('next_run_at')
      .first('next_run_at');
    return row && new Date(row.next_run_at);
  }

  async finish(task: ClaimedTask) {
    return (await this.held(task).delete()) === 1;
  }

  async postpone(
    task: ClaimedTask,
    next: { runAt: Date; attempts: number; error?: string },
  ) {
    const updated = await this.held(task).update({
      next_run_at: next.runAt.toISOString(),
      attempts: next.attempts,
      last_error: next.error ?? null,
      ticket: null,
    });
    return updated === 1;
  }

  async hasten(requestId: string, now: Date) {
    const at = now.toISOString();
    const updated = await this.knex<DbTaskRow>('tasks')
      .where({ request_id: requestId, type: 'execute', ticket: null })
      .where('next_run_at', '>', at)
      .whereIn(
        'request_id',
        this.knex('requests')
          .select('id')
          .where({ id: requestId, state: 'executing' }),
      )
      .update({ next_run_at: at });
    return updated > 0;
  }

  startExecution(task: ClaimedTask, now: Date) {
    return startExecution(this.knex, task, now);
  }

  recordExecution(
    task: ClaimedTask,
    execution: Execution,
    next: ExecutionFollowUp,
    now: Date,
  ) {
    return recordExecution(this.knex, task, execution, next, now);
  }

  async retriesOf(requestId: string) {
    const row = await this.knex<DbExecutionRow>('executions')
      .where({ request_id: requestId })
      .first('retries');
    return row?.retries ?? 0;
  }

  recordLook(
    task: ClaimedTask,
    seen: { position?: number; holders: Holders },
    now: Date,
  ) {
    return recordLook(this.knex, task, seen, now);
  }

  private held({ id, ticket }: ClaimedTask) {
    return this.knex<DbTaskRow>('tasks').where({ id, ticket });
  }
}
