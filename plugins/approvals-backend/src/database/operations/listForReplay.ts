import type { Knex } from 'knex';
import type { RequestRecord, RevisionRecord } from '../../domain/request';
import { requestOfRow, revisionOfRow } from '../rows';
import type { DbRequestRow, DbRevisionRow } from '../tables';

/** A request with what a policy is asked about. */
export type ReplayedRequest = {
  request: RequestRecord;
  revision: Pick<RevisionRecord, 'payload' | 'evidence' | 'submittedAt'>;
};

/** The last requests with the revision in force, newest first. */
export async function listForReplay(
  knex: Knex,
  limit: number,
): Promise<ReplayedRequest[]> {
  const requests = await knex<DbRequestRow>('requests')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  const revisions = await knex<DbRevisionRow>('request_revisions').whereIn(
    'request_id',
    requests.map(({ id }) => id),
  );
  const byKey = new Map(
    revisions.map(row => [`${row.request_id}/${row.revision}`, row]),
  );
  return requests.map(row => ({
    request: requestOfRow(row),
    revision: revisionOfRow(byKey.get(`${row.id}/${row.revision}`)!),
  }));
}
