import { createHash } from 'node:crypto';
import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';

/**
 * The rows of several queries. On PostgreSQL they travel as one statement: a request hangs on eight tables, and at twenty
 * people at once the round trips are what each of them waits for. SQLite is in this process, so there it is a query after the
 * other.
 *
 * To plan such a statement takes PostgreSQL longer than to run it, so it is prepared under a name, once for each connection.
 * Its columns are JSON, whatever a migration does to the tables. Set `isPrepared` to false where the text is another one each
 * time: a connection keeps what it has prepared.
 *
 * The queries may read from `shared` as from tables; each of these may read from those before it.
 */
export async function readTogether<Rows extends Record<string, object>>(
  db: Knex | Knex.Transaction,
  queries: { [Name in keyof Rows]: Knex.QueryBuilder },
  options: {
    shared?: Record<string, Knex.QueryBuilder>;
    isPrepared?: boolean;
  } = {},
): Promise<{ [Name in keyof Rows]: Rows[Name][] }> {
  const { shared = {}, isPrepared = true } = options;
  const names = Object.keys(queries);
  const read: Record<string, object[]> = {};
  if (isPostgres(db)) {
    const found = Object.keys(shared).map(
      name => `"${name}" as materialized ?`,
    );
    const parts = names.map(
      name =>
        `(select coalesce(json_agg(part), '[]') from ? part) as "${name}"`,
    );
    const { sql, bindings } = db
      .raw(
        `${found.length ? `with ${found.join(', ')} ` : ''}select ${parts.join(', ')}`,
        [...Object.values(shared), ...names.map(name => queries[name])],
      )
      .toSQL();
    const { rows } = await db
      .raw(sql, bindings)
      .options(isPrepared ? { name: nameOf(sql) } : {});
    Object.assign(read, rows[0]);
  } else {
    for (const name of names) {
      const query = queries[name];
      for (const [table, rows] of Object.entries(shared)) {
        query.with(table, rows);
      }
      read[name] = await query;
    }
  }
  // Each name has the rows of its own query.
  return read as { [Name in keyof Rows]: Rows[Name][] };
}

/** A name stands for one text. */
function nameOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex').slice(0, 32);
}
