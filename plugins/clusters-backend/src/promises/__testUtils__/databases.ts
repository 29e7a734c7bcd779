import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  mockServices,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { connectDatabase } from '@caas/database-node';
import createKnex, { type Knex } from 'knex';

/** A database with our tables that other processes can open too: SQLite in a file, or PostgreSQL. */
export async function createSharedDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<{ knex: Knex; config: Knex.Config }> {
  const connect = (knex: Knex) =>
    connectDatabase(
      mockServices.database({ knex }),
      '@caas/plugin-clusters-backend',
    );
  if (id !== 'SQLITE_3') {
    const knex = await connect(await databases.init(id));
    const { client, connection } = knex.client.config;
    // Knex hides the password from whoever copies the rest.
    const { password } = connection;
    return {
      knex,
      config: { client, connection: { ...connection, password } },
    };
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'caas-apply-sets-'));
  const config: Knex.Config = {
    client: 'better-sqlite3',
    useNullAsDefault: true,
    connection: { filename: path.join(directory, 'clusters.db') },
  };
  return { knex: await connect(createKnex(config)), config };
}
