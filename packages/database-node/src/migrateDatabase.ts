import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/** One number for all of us: plugins that share a database take turns, and nobody else locks it. */
const ADVISORY_LOCK = 9_500_001;

/**
 * Brings the tables of a plugin up to date, by the migrations in a directory.
 *
 * @remarks
 * Replicas that start at once take turns. Knex's own migration lock does not suffice for that: it creates its
 * bookkeeping tables outside the lock, and may leave two lock rows, with which no migration ever runs again. So on
 * PostgreSQL everything happens in one transaction that holds an advisory lock; a killed replica leaves nothing behind.
 * A SQLite file belongs to one process.
 *
 * A module keeps its own bookkeeping table (`tableName`) in the database of the plugin it extends: knex refuses one that
 * lists migrations of somebody else.
 *
 * @public
 */
export async function migrateDatabase(
  knex: Knex,
  directory: string,
  tableName = 'knex_migrations',
): Promise<void> {
  if (!isPostgres(knex)) {
    await knex.migrate.latest({ directory, tableName });
    return;
  }
  await knex.transaction(async transaction => {
    await transaction.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
    await transaction.migrate.latest({ directory, tableName });
  });
}
