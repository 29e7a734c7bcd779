import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * A row, held until the transaction ends; undefined when there is none.
 *
 * @remarks
 * PostgreSQL locks the row, and answers it as it is once the lock is held: under READ COMMITTED a waiter of
 * `FOR UPDATE` sees what the writer before it committed.
 *
 * SQLite has no row locks, and a transaction that has read takes the lock of the file with its first write only. Two
 * processes could both read, and the later writer be refused as out of date ("database is locked"). So a write that changes
 * nothing comes first: it holds the only write lock from then on, also where there is no such row, and reads after it.
 *
 * @public
 */
export async function lockRow<Row extends object>(
  tx: Knex.Transaction,
  table: string,
  key: Partial<Row>,
): Promise<Row | undefined> {
  const row = () => tx(table).where(key);
  if (isPostgres(tx)) return row().forUpdate().first();
  await row().update(key);
  return row().first();
}
