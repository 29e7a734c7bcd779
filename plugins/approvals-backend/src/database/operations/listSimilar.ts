import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type { SimilarDecision } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { RequestRecord } from '../../domain/request';
import type { DbDecisionRow, DbRequestRow } from '../tables';

/** An approver compares with the last few; more would be a report. */
const SIMILAR_MAX = 5;

/** The last decisions on other requests of this kind, for the same tenant or environment, that the caller may see. */
export async function listSimilar(
  knex: Knex,
  {
    id,
    kind,
    tenant,
    environment,
  }: Pick<RequestRecord, 'id' | 'kind' | 'tenant' | 'environment'>,
  filter: RowFilter,
): Promise<SimilarDecision[]> {
  const query = knex<DbDecisionRow>('decisions')
    .join('requests', 'requests.id', 'decisions.request_id')
    .where('requests.kind', kind)
    .whereNot('requests.id', id)
    .where(alike => {
      alike.where('requests.tenant', tenant);
      if (environment) alike.orWhere('requests.environment', environment);
    });
  const rows: Array<DbDecisionRow & DbRequestRow> = await applyRowFilter(
    query,
    filter,
    {
      tenant: 'requests.tenant',
      people: (part, people) =>
        part.where(either =>
          either
            .whereIn('requests.requester', people)
            .orWhereIn('decisions.decided_by', people),
        ),
    },
  )
    .select('requests.*', 'decisions.*')
    .orderBy([
      { column: 'decisions.decided_at', order: 'desc' },
      { column: 'decisions.id', order: 'desc' },
    ])
    .limit(SIMILAR_MAX);
  return rows.map(row => ({
    requestId: row.request_id,
    title: JSON.parse(row.title),
    tenant: row.tenant,
    environment: row.environment ?? undefined,
    requester: row.requester,
    by: row.decided_by,
    onBehalfOf: row.on_behalf_of ?? undefined,
    verdict: row.verdict,
    comment: row.comment,
    at: row.decided_at,
  }));
}
