import type { Knex } from 'knex';
import type { ChangeBy } from '../ChangeBy';
import type { DbExecutionRow, DbTaskRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadAllowed } from './loadForChange';
import { Writes } from './Writes';

/** Tries a failed execution again. Somebody who is faster wins: a request that executes already stays as it is. */
export async function retryExecution(knex: Knex, by: ChangeBy): Promise<void> {
  const { id, person, now } = by;
  await knex.transaction(async tx => {
    const { request } = await loadAllowed(tx, by);
    if (request.state === 'executing') return;
    const writes = Writes.in(tx);
    changeState(writes, request, 'retry', now);
    addToTimeline(writes, id, { event: 'retried', by: person, now });
    writes.change(
      tx<DbExecutionRow>('executions').where({ request_id: id }).update({
        state: 'working',
        message: null,
        retries: 0,
        retry_at: null,
      }),
    );
    // One that would have been tried later is tried now, under the same id.
    writes.change(
      tx<DbTaskRow>('tasks')
        .where({ request_id: id, type: 'execute' })
        .delete(),
    );
    await writes.send();
    addTask(writes, request, { type: 'execute', now });
    await writes.send();
  });
}
