import type { NotifyData, RequestRecord, TaskType } from '../../domain/request';
import type { DbTaskRow } from '../tables';
import type { Writes } from './Writes';

/**
 * Writes down work that this transaction makes necessary. The id says what it is, so the same work is there once however
 * often it is asked for.
 */
export function addTask(
  writes: Writes,
  request: Pick<RequestRecord, 'id' | 'revision'>,
  task: {
    type: TaskType;
    suffix?: string;
    data?: NotifyData;
    now: Date;
    runAt?: Date;
  },
): void {
  const { type, suffix, data = {}, now, runAt = now } = task;
  const id = [request.id, request.revision, type, suffix]
    .filter(Boolean)
    .join('/');
  writes.insert<DbTaskRow>('tasks', {
    id,
    request_id: request.id,
    revision: request.revision,
    type,
    data: JSON.stringify(data),
    next_run_at: runAt.toISOString(),
    ticket: null,
    attempts: 0,
    last_error: null,
  });
}
