import type { Bilingual } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import { expiryAfter } from '../../domain/expiry';
import type { RequestFile } from '../../domain/request';
import type { ChangeBy } from '../ChangeBy';
import { addToTimeline, changeState } from './changeState';
import { insertRevision, type NewRevision } from './insertRevision';
import { loadOwn } from './loadForChange';
import { Writes } from './Writes';

/**
 * Submits a new revision of a returned request. Earlier decisions were made on another payload, and count no more. The same
 * revision once more is the same revision.
 */
export async function reviseRequest(
  knex: Knex,
  by: ChangeBy,
  next: { title: Bilingual; environment?: string; revision: NewRevision },
): Promise<void> {
  const { id, person, now } = by;
  await knex.transaction(async tx => {
    const file = await loadOwn(tx, by);
    if (isRepeated(file, next.revision)) return;
    const revision = file.request.revision + 1;
    const writes = Writes.in(tx);
    const pending = changeState(writes, file.request, 'submit', now, {
      revision,
      title: JSON.stringify(next.title),
      environment: next.environment ?? null,
      expires_at: expiryAfter(now, next.revision.expireDays),
    });
    addToTimeline(writes, id, { event: 'revised', by: person, now });
    await insertRevision(writes, { ...pending, revision }, next.revision, now);
  });
}

function isRepeated(
  { request, revision: current }: RequestFile,
  next: NewRevision,
): boolean {
  return (
    request.state === 'pending' &&
    request.revision > 1 &&
    current.payloadHash === next.payloadHash &&
    current.purpose === next.purpose
  );
}
