import { lockRow } from '@caas/database-node';
import type { Knex } from 'knex';
import type { RequestFile, RequestOverview } from '../../domain/request';
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
import { findStandIns, type StandInRow } from './findStandIns';
import { readTogether } from './readTogether';

/** What a list shows of a request. */
export type OverviewRows = {
  requests: DbRequestRow;
  stages: DbStageRow;
  approvers: DbStageApproverRow;
  decisions: DbDecisionRow;
  standIns: StandInRow;
};
/** And what its own page shows beside that. */
type FileRows = OverviewRows & {
  revisions: DbRevisionRow;
  timeline: DbTimelineRow;
  executions: DbExecutionRow;
};

/**
 * The same as `loadFile`, held until the transaction ends. It is locked first and read then, because a statement that waits
 * for a lock reads all other tables as they were before it waited.
 */
export async function loadLockedFile(
  tx: Knex.Transaction,
  id: string,
  options: { now: Date },
): Promise<RequestFile | undefined> {
  await lockRow<DbRequestRow>(tx, 'requests', { id });
  return loadFile(tx, id, options);
}

/** A request with all that hangs on it at this moment. */
export async function loadFile(
  db: Knex | Knex.Transaction,
  id: string,
  options: { now: Date },
): Promise<RequestFile | undefined> {
  const rows = await readTogether<FileRows>(db, {
    ...overviewQueries(db, [id], options.now),
    revisions: db('request_revisions').where({ request_id: id }),
    timeline: db('timeline_entries')
      .where({ request_id: id })
      .orderBy('position'),
    executions: db('executions').where({ request_id: id }),
  });
  const [overview] = overviewsOf(rows);
  if (!overview) return undefined;
  const { revision } = overview.request;
  const revisionAt = (number: number) =>
    rows.revisions.find(row => row.revision === number);
  const before = revisionAt(revision - 1);
  const [execution] = rows.executions;
  return {
    ...overview,
    revision: revisionOfRow(revisionAt(revision)!),
    previous: before && revisionOfRow(before),
    timeline: rows.timeline.map(timelineOfRow),
    execution: execution && executionOfRow(execution),
  };
}

/** What is read of each of these requests. */
export function overviewQueries(
  db: Knex | Knex.Transaction,
  ids: string[] | Knex.QueryBuilder,
  now: Date,
): Record<keyof OverviewRows, Knex.QueryBuilder> {
  return {
    requests: db('requests').whereIn('id', ids),
    stages: db('stages').whereIn('request_id', ids).orderBy('position'),
    approvers: db('stage_approvers')
      .whereIn('request_id', ids)
      .orderBy('user_ref'),
    decisions: db('decisions')
      .whereIn('request_id', ids)
      .orderBy(['decided_at', 'id']),
    standIns: findStandIns(db, ids, now),
  };
}

/** In the order in which the requests were read. */
export function overviewsOf(rows: {
  [Name in keyof OverviewRows]: OverviewRows[Name][];
}): RequestOverview[] {
  return rows.requests.map(row => {
    const ofRequest = (other: { request_id: string }) =>
      other.request_id === row.id;
    const inForce = (other: { request_id: string; revision: number }) =>
      ofRequest(other) && other.revision === row.revision;
    return {
      request: requestOfRow(row),
      stages: rows.stages.filter(inForce).map(stage => {
        const ofStage = (other: DbStageApproverRow | DbDecisionRow) =>
          inForce(other) && other.position === stage.position;
        return stageOfRow(
          stage,
          rows.approvers.filter(ofStage).map(({ user_ref: user }) => user),
          rows.decisions.filter(ofStage).map(decisionOfRow),
        );
      }),
      standIns: rows.standIns
        .filter(ofRequest)
        .map(({ delegate, delegator }) => ({ delegate, delegator })),
    };
  });
}
