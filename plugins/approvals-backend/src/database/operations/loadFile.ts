import type { Knex } from 'knex';
import type { RequestFile, StageRecord } from '../../domain/request';
import { isPostgres } from '../isPostgres';
import {
  decisionOfRow,
  executionOfRow,
  requestOfRow,
  revisionOfRow,
  stageOfRow,
  timelineOfRow,
} from '../rows';
import type {
  DbDecisionRow,
  DbExecutionRow,
  DbRequestRow,
  DbRevisionRow,
  DbStageApproverRow,
  DbStageRow,
  DbTimelineRow,
} from '../tables';

/** A request with all that hangs on it. With `lock` the request's row is held until the transaction ends. */
export async function loadFile(
  db: Knex | Knex.Transaction,
  id: string,
  options: { lock?: boolean } = {},
): Promise<RequestFile | undefined> {
  const query = db<DbRequestRow>('requests').where({ id }).first();
  if (options.lock && isPostgres(db)) query.forUpdate();
  const row = await query;
  if (!row) return undefined;
  const ofRevision = { request_id: id, revision: row.revision };
  const revision = await db<DbRevisionRow>('request_revisions')
    .where(ofRevision)
    .first();
  const timeline = await db<DbTimelineRow>('timeline_entries')
    .where({ request_id: id })
    .orderBy('position');
  const execution = await db<DbExecutionRow>('executions')
    .where({ request_id: id })
    .first();
  return {
    request: requestOfRow(row),
    revision: revisionOfRow(revision!),
    stages: await loadStages(db, ofRevision),
    timeline: timeline.map(timelineOfRow),
    execution: execution && executionOfRow(execution),
  };
}

async function loadStages(
  db: Knex | Knex.Transaction,
  ofRevision: { request_id: string; revision: number },
): Promise<StageRecord[]> {
  const rows = await db<DbStageRow>('stages')
    .where(ofRevision)
    .orderBy('position');
  const approvers = await db<DbStageApproverRow>('stage_approvers')
    .where(ofRevision)
    .orderBy('user_ref');
  const decisions = await db<DbDecisionRow>('decisions')
    .where(ofRevision)
    .orderBy('decided_at');
  return rows.map(row =>
    stageOfRow(
      row,
      approvers
        .filter(({ position }) => position === row.position)
        .map(approver => approver.user_ref),
      decisions
        .filter(({ position }) => position === row.position)
        .map(decisionOfRow),
    ),
  );
}
