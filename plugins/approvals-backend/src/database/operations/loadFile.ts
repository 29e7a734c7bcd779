import type { Knex } from 'knex';
import type { RequestFile } from '../../domain/request';
import { isPostgres } from '@caas/database-node';
import { findStandIns } from './findStandIns';
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

/** A request with all that hangs on it at this moment. With `lock` its row is held until the transaction ends. */
export async function loadFile(
  db: Knex | Knex.Transaction,
  id: string,
  options: { now: Date; lock?: boolean },
): Promise<RequestFile | undefined> {
  const query = db<DbRequestRow>('requests').where({ id });
  if (options.lock && isPostgres(db)) query.forUpdate();
  const [file] = await completeFiles(db, await query, options.now);
  return file;
}

/** Requests with all that hangs on them, in the order of the ids, with as many queries as for one. */
export async function loadFiles(
  db: Knex | Knex.Transaction,
  ids: string[],
  now: Date,
): Promise<RequestFile[]> {
  const rows = await db<DbRequestRow>('requests').whereIn('id', ids);
  const files = await completeFiles(db, rows, now);
  return ids.flatMap(id => files.filter(({ request }) => request.id === id));
}

async function completeFiles(
  db: Knex | Knex.Transaction,
  requests: DbRequestRow[],
  now: Date,
): Promise<RequestFile[]> {
  if (requests.length === 0) return [];
  const ids = requests.map(({ id }) => id);
  const revisions = await db<DbRevisionRow>('request_revisions') //
    .whereIn('request_id', ids);
  const stages = await db<DbStageRow>('stages')
    .whereIn('request_id', ids)
    .orderBy('position');
  const approvers = await db<DbStageApproverRow>('stage_approvers')
    .whereIn('request_id', ids)
    .orderBy('user_ref');
  const decisions = await db<DbDecisionRow>('decisions')
    .whereIn('request_id', ids)
    .orderBy(['decided_at', 'id']);
  const timeline = await db<DbTimelineRow>('timeline_entries')
    .whereIn('request_id', ids)
    .orderBy('position');
  const executions = await db<DbExecutionRow>('executions') //
    .whereIn('request_id', ids);
  const standIns = await findStandIns(db, ids, now);

  return requests.map(row => {
    const ofRequest = (other: { request_id: string }) =>
      other.request_id === row.id;
    const inForce = (other: { request_id: string; revision: number }) =>
      ofRequest(other) && other.revision === row.revision;
    const execution = executions.find(ofRequest);
    const before = revisions.find(
      other => ofRequest(other) && other.revision === row.revision - 1,
    );
    return {
      request: requestOfRow(row),
      revision: revisionOfRow(revisions.find(inForce)!),
      previous: before && revisionOfRow(before),
      stages: stages.filter(inForce).map(stage => {
        const ofStage = (other: DbStageApproverRow | DbDecisionRow) =>
          inForce(other) && other.position === stage.position;
        return stageOfRow(
          stage,
          approvers.filter(ofStage).map(({ user_ref: user }) => user),
          decisions.filter(ofStage).map(decisionOfRow),
        );
      }),
      standIns: standIns
        .filter(ofRequest)
        .map(({ delegate, delegator }) => ({ delegate, delegator })),
      timeline: timeline.filter(ofRequest).map(timelineOfRow),
      execution: execution && executionOfRow(execution),
    };
  });
}
