import type { Knex } from 'knex';
import { listRequests } from '../../../plugins/approvals-backend/src/database/operations/listRequests';

/** How PostgreSQL answers the inbox of a person: the plans of the statements that the list sends. */
export async function explainInbox(
  knex: Knex,
  person: string,
): Promise<string[]> {
  const statements: Array<{ sql: string; bindings: readonly unknown[] }> = [];
  const remember = (query: { sql: string; bindings: readonly unknown[] }) =>
    statements.push({ sql: query.sql, bindings: query.bindings });
  knex.on('query', remember);
  await listRequests(knex, {
    filter: 'all',
    view: 'to-decide',
    person,
    now: new Date(),
    limit: 20,
    offset: 0,
  });
  knex.removeListener('query', remember);
  const client = await knex.client.acquireConnection();
  try {
    const plans: string[] = [];
    for (const { sql, bindings } of statements) {
      const { rows } = await client.query(
        `explain (analyze, costs off) ${sql}`,
        bindings,
      );
      plans.push(
        rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n'),
      );
    }
    return plans;
  } finally {
    await knex.client.releaseConnection(client);
  }
}
