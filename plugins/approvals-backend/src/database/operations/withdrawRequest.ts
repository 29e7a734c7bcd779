import type { Knex } from 'knex';
import type { ChangeBy } from '../ChangeBy';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadOwn } from './loadForChange';
import { skipStages } from './skipStages';
import { Writes } from './Writes';

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
    const writes = Writes.in(tx);
    changeState(writes, request, 'withdraw', now);
    skipStages(writes, request);
    addToTimeline(writes, id, {
      event: 'withdrawn',
      by: person,
      comment,
      now,
    });
    addTask(writes, request, { type: 'release', now });
    await writes.send();
  });
}
