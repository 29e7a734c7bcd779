import type { Knex } from 'knex';
import type { ClaimedTask } from '../../domain/request';
import type { DbTaskRow } from '../tables';

/** Locks the task's row: two workers that both believe in their ticket cannot both pass. */
export async function isHeld(
  tx: Knex.Transaction,
  { id, ticket }: ClaimedTask,
): Promise<boolean> {
  const touched = await tx<DbTaskRow>('tasks')
    .where({ id, ticket })
    .update({ ticket });
  return touched === 1;
}
