import type { Knex } from 'knex';
import type { ChangeBy } from '../ChangeBy';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadOwn } from './loadForChange';
import { skipStages } from './skipStages';

/** Takes a request back that is not decided yet. Twice is once. */
export async function withdrawRequest(
  knex: Knex,
  by: ChangeBy,
  comment: string,
): Promise<void> {
  const { id, person, now } = by;
  await knex.transaction(async tx => {
    const { request } = await loadOwn(tx, by);
    if (request.state === 'withdrawn') return;
    await changeState(tx, request, 'withdraw', now);
    await skipStages(tx, request);
    await addToTimeline(tx, id, {
      event: 'withdrawn',
      by: person,
      comment,
      now,
    });
    await addTask(tx, request, { type: 'release', now });
  });
}
