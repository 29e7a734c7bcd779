import type { Bilingual } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { ChangeBy } from '../RequestStore';
import { addToTimeline, changeState } from './changeState';
import { insertRevision, type NewRevision } from './insertRevision';
import { loadOwn } from './loadOwn';

/** Submits a new revision of a returned request. Earlier decisions were made on another payload, and count no more. */
export async function reviseRequest(
  knex: Knex,
  by: ChangeBy,
  next: { title: Bilingual; environment?: string; revision: NewRevision },
): Promise<void> {
  const { id, person, now } = by;
  await knex.transaction(async tx => {
    const { request } = await loadOwn(tx, by);
    const revision = request.revision + 1;
    const pending = await changeState(tx, request, 'submit', now, {
      revision,
      title: JSON.stringify(next.title),
      environment: next.environment ?? null,
    });
    await addToTimeline(tx, id, { event: 'revised', by: person, now });
    await insertRevision(tx, { ...pending, revision }, next.revision, now);
  });
}
