import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';

/**
 * A database that other processes can open too, and how they do: SQLite in a file, or PostgreSQL. It has no tables yet.
 *
 * @public
 */
export async function createSharedDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<{ knex: Knex; config: Knex.Config; close(): Promise<void> }> {
  if (id !== 'SQLITE_3') {
    const knex = await databases.init(id);
    return { knex, config: configOf(knex), close: async () => {} };
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'caas-shared-'));
  const config: Knex.Config = {
    client: 'better-sqlite3',
    useNullAsDefault: true,
    connection: { filename: path.join(directory, 'shared.db') },
  };
  const knex = createKnex(config);
  const close = async () => {
    await knex.destroy();
    rmSync(directory, { recursive: true, force: true });
  };
  return { knex, config, close };
}

/** How another connection, or another process, opens the same PostgreSQL. @public */
export function configOf(knex: Knex): Knex.Config {
  const { client, connection } = knex.client.config;
  // Knex hides the password from whoever copies the rest.
  const { password } = connection;
  return { client, connection: { ...connection, password } };
}
