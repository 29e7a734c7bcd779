import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Any number that nobody else locks in this database. */
const ADVISORY_LOCK = 9_500_001;

/**
 * Brings the tables of the audit trail up to date.
 *
 * @remarks
 * Replicas that start at once take turns. Knex's own migration lock does not suffice for that: it creates its
 * bookkeeping tables outside the lock, and may leave two lock rows, with which no migration ever runs again. So on
 * PostgreSQL everything happens in one transaction that holds an advisory lock; a killed replica leaves nothing behind.
 * A SQLite file belongs to one process.
 *
 * @public
 */
export async function migrateAuditDatabase(knex: Knex): Promise<void> {
  const directory = resolvePackagePath('@caas/plugin-audit-node', 'migrations');
  if (knex.client.config.client !== 'pg') {
    await knex.migrate.latest({ directory });
    return;
  }
  await knex.transaction(async transaction => {
    await transaction.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
    await transaction.migrate.latest({ directory });
  });
}
