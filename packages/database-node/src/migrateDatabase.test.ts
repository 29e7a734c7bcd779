import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { migrateDatabase } from './migrateDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'caas-migrations-'));
  writeFileSync(
    path.join(directory, '20261121080000_create_things.js'),
    `exports.up = knex => knex.schema.createTable('things', table => table.text('id'));
     exports.down = knex => knex.schema.dropTable('things');`,
  );
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe.each(databases.eachSupportedId())('migrateDatabase on %p', id => {
  it('makes the tables, and twice does no harm', async () => {
    const knex = await databases.init(id);
    await migrateDatabase(knex, directory);
    await knex('things').insert({ id: 'a' });
    await migrateDatabase(knex, directory);
    await expect(knex('things')).resolves.toHaveLength(1);
  });
});

if (databases.supports('POSTGRES_15')) {
  it('lets replicas that start at once take turns', async () => {
    const knex = await databases.init('POSTGRES_15');
    const replicas = Array.from({ length: 6 }, () =>
      createKnex({ ...knex.client.config, pool: { min: 0, max: 2 } }),
    );
    try {
      await Promise.all(
        replicas.map(replica => migrateDatabase(replica, directory)),
      );
      await expect(knex('things')).resolves.toEqual([]);
      await expect(knex('knex_migrations_lock')).resolves.toHaveLength(1);
    } finally {
      await Promise.all(replicas.map(replica => replica.destroy()));
    }
  });
}
