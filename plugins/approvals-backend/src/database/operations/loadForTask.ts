import type { Knex } from 'knex';
import type { ClaimedTask, RequestFile } from '../../domain/request';
import type { DbTaskRow } from '../tables';
import { loadLockedFile } from './loadFile';

/** The request of a task that is still the worker's; `file` is undefined when there is no such request any more. */
export type HeldTask = { file: RequestFile | undefined };

/**
 * Locks a request, and then the task that a worker claimed for it; undefined when somebody else has the task by now. Two
 * workers that both believe in their ticket cannot both pass.
 *
 * The request first, as everybody does who changes it: a decision deletes tasks of the request that it has locked, and each
 * would wait for the other.
 */
export async function loadForTask(
  tx: Knex.Transaction,
  { id, ticket, requestId }: ClaimedTask,
  now: Date,
): Promise<HeldTask | undefined> {
  const file = await loadLockedFile(tx, requestId, { now });
  const touched = await tx<DbTaskRow>('tasks')
    .where({ id, ticket })
    .update({ ticket });
  return touched === 1 ? { file } : undefined;
}
