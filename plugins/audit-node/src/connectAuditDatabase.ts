import { DatabaseManager } from '@backstage/backend-defaults/database';
import type {
  RootConfigService,
  RootLifecycleService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import { migrateAuditDatabase } from './migrateAuditDatabase';

/** Opens the database of the plugin id `audit`, as Backstage would, and brings its tables up to date. */
export async function connectAuditDatabase(deps: {
  config: RootConfigService;
  rootLogger: RootLoggerService;
  rootLifecycle: RootLifecycleService;
}): Promise<Knex> {
  const { config, rootLogger, rootLifecycle } = deps;
  const database = DatabaseManager.fromConfig(config, {
    rootLogger,
    rootLifecycle,
  }).forPlugin('audit', { logger: rootLogger, lifecycle: rootLifecycle });
  const knex = await database.getClient();
  if (!isPostgres(knex)) {
    // Every audited operation waits for two writes; with a write-ahead log they cost one flush to disk less each, and
    // whoever looks into the file from outside does not hold them up.
    await knex.raw('PRAGMA journal_mode = WAL');
  }
  if (!database.migrations?.skip) await migrateAuditDatabase(knex);
  return knex;
}
