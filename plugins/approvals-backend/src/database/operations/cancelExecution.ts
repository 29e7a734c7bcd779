import type { Knex } from 'knex';
import type { ChangeBy } from '../ChangeBy';
import type { DbTaskRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadAllowed } from './loadForChange';
import { Writes } from './Writes';

/**
 * Ends a request that was approved, after its owner has taken back what they recorded. The worker that asks the owner just
 * now finds its task gone and writes nothing. Twice is once.
 */
export async function cancelExecution(
  knex: Knex,
  by: ChangeBy,
  comment: string,
): Promise<void> {
  const { id, person, now } = by;
  await knex.transaction(async tx => {
    const { request } = await loadAllowed(tx, by);
    if (request.state === 'withdrawn') return;
    const writes = Writes.in(tx);
    const after = changeState(writes, request, 'cancel', now);
    addToTimeline(writes, id, {
      event: 'cancelled',
      by: person,
      comment,
      now,
    });
    writes.change(
      tx<DbTaskRow>('tasks')
        .where({ request_id: id, type: 'execute' })
        .delete(),
    );
    addTask(writes, request, { type: 'release', now });
    if (request.requester !== person) {
      addTask(writes, after, {
        type: 'notify',
        suffix: `cancelled-${after.version}`,
        data: { recipients: [request.requester], reason: 'ended' },
        now,
      });
    }
    await writes.send();
  });
}
