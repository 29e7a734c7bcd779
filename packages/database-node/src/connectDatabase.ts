import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrateDatabase } from './migrateDatabase';
import { reuseStatements } from './reuseStatements';

/**
 * The database of a plugin, with the tables of its package, unless the operator migrates by hand. `tableName` as in
 * `migrateDatabase`.
 *
 * @public
 */
export async function connectDatabase(
  database: DatabaseService,
  packageName: string,
  tableName?: string,
): Promise<Knex> {
  const knex = await database.getClient();
  reuseStatements(knex);
  if (!database.migrations?.skip) {
    const directory = resolvePackagePath(packageName, 'migrations');
    await migrateDatabase(knex, directory, tableName);
  }
  return knex;
}
