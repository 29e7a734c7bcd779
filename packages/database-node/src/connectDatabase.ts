import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrateDatabase } from './migrateDatabase';

/**
 * The database of a plugin, with the tables of its package, unless the operator migrates by hand.
 *
 * @public
 */
export async function connectDatabase(
  database: DatabaseService,
  packageName: string,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrateDatabase(knex, resolvePackagePath(packageName, 'migrations'));
  }
  return knex;
}
