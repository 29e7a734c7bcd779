import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { migrateDatabase } from '@caas/database-node';
import type { Knex } from 'knex';

/**
 * Brings the tables of the audit trail up to date.
 *
 * @public
 */
export async function migrateAuditDatabase(knex: Knex): Promise<void> {
  await migrateDatabase(
    knex,
    resolvePackagePath('@caas/plugin-audit-node', 'migrations'),
  );
}
