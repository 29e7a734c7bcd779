import type { Knex } from 'knex';
import type { NotifyData, RequestRecord, TaskType } from '../../domain/request';
import type { DbTaskRow } from '../tables';

/**
 * Writes down work that this transaction makes necessary. The id says what it is, so the same work is there once however
 * often it is asked for.
 */
export async function addTask(
  tx: Knex.Transaction,
  request: Pick<RequestRecord, 'id' | 'revision'>,
  task: {
    type: TaskType;
    suffix?: string;
    data?: NotifyData;
    now: Date;
    runAt?: Date;
  },
): Promise<void> {
  const { type, suffix, data = {}, now, runAt = now } = task;
  const id = [request.id, request.revision, type, suffix]
    .filter(Boolean)
    .join('/');
  await tx<DbTaskRow>('tasks')
    .insert({
      id,
      request_id: request.id,
      revision: request.revision,
      type,
      data: JSON.stringify(data),
      next_run_at: runAt.toISOString(),
      attempts: 0,
    })
    .onConflict('id')
    .ignore();
}
