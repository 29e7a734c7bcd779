import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';

/** Tables whose rows have an id that says what they are. */
const IDEMPOTENT = ['tasks', 'timeline_entries'];

/**
 * What one change writes, in the caller's transaction. It is collected first and sent then: on PostgreSQL as one statement,
 * because at twenty people at once each round trip is a wait for all of them, on SQLite one after the other.
 *
 * The parts of one statement see the tables as they were before it, in no order. So no two of them may touch the same row:
 * what builds upon something that was written is collected after `send`.
 */
export class Writes {
  static in(tx: Knex.Transaction): Writes {
    return new Writes(tx);
  }

  private inserted = new Map<string, object[]>();
  private changes: Array<{ query: Knex.QueryBuilder; unless?: () => Error }> =
    [];

  private constructor(readonly tx: Knex.Transaction) {}

  /** Rows that are there already, because their id says what they are, stay as they are. */
  insert<Row extends object>(table: string, ...rows: Row[]): void {
    this.inserted.set(table, [...this.insertedInto(table), ...rows]);
  }

  insertedInto(table: string): object[] {
    return this.inserted.get(table) ?? [];
  }

  /** An update or a delete. With `unless` it must touch one row; otherwise that error is thrown. */
  change(query: Knex.QueryBuilder, unless?: () => Error): void {
    this.changes.push({ query, unless });
  }

  async send(): Promise<void> {
    const { changes } = this;
    const inserts = [...this.inserted]
      .filter(([, rows]) => rows.length > 0)
      .map(([table, rows]) => this.insertInto(table, rows));
    this.changes = [];
    this.inserted = new Map();
    // What is inserted is not changed: neither in one statement, nor one after the other.
    const queries = [...changes.map(({ query }) => query), ...inserts];
    if (queries.length === 0) return;
    const touched = isPostgres(this.tx)
      ? await this.sendTogether(queries)
      : await this.sendEach(queries);
    changes.forEach(({ unless }, index) => {
      if (unless && touched[index] !== 1) throw unless();
    });
  }

  private insertInto(table: string, rows: object[]): Knex.QueryBuilder {
    const insert = this.tx(table).insert(rows);
    return IDEMPOTENT.includes(table)
      ? insert.onConflict('id').ignore()
      : insert;
  }

  /** How many rows each of them touched. */
  private async sendTogether(queries: Knex.QueryBuilder[]): Promise<unknown[]> {
    const parts = queries.map((_, index) => `part_${index} as (? returning 1)`);
    const counts = queries.map(
      (_, index) =>
        `(select count(*) from part_${index})::int as part_${index}`,
    );
    const { rows } = await this.tx.raw(
      `with ${parts.join(', ')} select ${counts.join(', ')}`,
      queries,
    );
    return queries.map((_, index) => rows[0][`part_${index}`]);
  }

  private async sendEach(queries: Knex.QueryBuilder[]): Promise<unknown[]> {
    const touched: unknown[] = [];
    for (const query of queries) touched.push(await query);
    return touched;
  }
}
