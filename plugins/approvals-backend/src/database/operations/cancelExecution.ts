import type { Knex } from 'knex';
import type { ChangeBy } from '../ChangeBy';
import type { DbTaskRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadAllowed } from './loadForChange';

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
    const after = await changeState(tx, request, 'cancel', now);
    await addToTimeline(tx, id, {
      event: 'cancelled',
      by: person,
      comment,
      now,
    });
    await tx<DbTaskRow>('tasks')
      .where({ request_id: id, type: 'execute' })
      .delete();
    await addTask(tx, request, { type: 'release', now });
    if (request.requester === person) return;
    await addTask(tx, after, {
      type: 'notify',
      suffix: `cancelled-${after.version}`,
      data: { recipients: [request.requester], reason: 'ended' },
      now,
    });
  });
}
