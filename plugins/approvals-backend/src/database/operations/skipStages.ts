import type { RequestRecord } from '../../domain/request';
import type { DbStageApproverRow, DbStageRow } from '../tables';
import type { Writes } from './Writes';

type Revision = Pick<RequestRecord, 'id' | 'revision'>;

/** Closes the stages of a revision that nobody will decide any more. */
export function skipStages(writes: Writes, request: Revision): void {
  skip(writes, request, ['waiting', 'open']);
  leaveInboxes(writes, request);
}

/** Closes the stages of a revision that follow the one that was decided. */
export function skipFollowingStages(writes: Writes, request: Revision): void {
  skip(writes, request, ['waiting']);
}

function skip(
  writes: Writes,
  { id, revision }: Revision,
  states: DbStageRow['state'][],
): void {
  writes.change(
    writes
      .tx<DbStageRow>('stages')
      .where({ request_id: id, revision })
      .whereIn('state', states)
      .update({ state: 'skipped' }),
  );
}

/** Takes a request out of the inboxes of those who could decide the stage that was open, or of some of them. */
export function leaveInboxes(
  writes: Writes,
  { id, revision }: Revision,
  people?: string[],
): void {
  const open = writes
    .tx<DbStageApproverRow>('stage_approvers')
    .where({ request_id: id, revision, is_open: true });
  if (people) open.whereIn('user_ref', people);
  writes.change(open.update({ is_open: false }));
}
