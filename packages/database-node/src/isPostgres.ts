import type { Knex } from 'knex';

/**
 * Whether row locks exist; SQLite has one lock for the whole file.
 *
 * @public
 */
export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).startsWith('pg');
}
