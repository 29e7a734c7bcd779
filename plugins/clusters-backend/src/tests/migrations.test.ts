import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseRegistrationStore } from '../database/DatabaseRegistrationStore';
import { createStore, NOW, setOf, TENANCY } from '../__testUtils__/applySets';

const directory = resolvePackagePath(
  '@caas/plugin-clusters-backend',
  'migrations',
);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const TABLES = [
  'apply_sets',
  'apply_set_changes',
  'usage_samples',
  'node_drains',
  'clusters',
];

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  const start = async () => {
    const { knex, sets } = await createStore(databases, databaseId);
    await sets.put(setOf('a'), { actor: TENANCY, now: NOW });
    await DatabaseRegistrationStore.create({ knex }).create(
      {
        name: 'dr',
        title: '容灾集群',
        titleEn: 'Disaster recovery',
        environments: ['prod'],
        url: 'https://10.0.0.3:6443',
        ca: '',
        sealedToken: 'v1.k1.sealed',
      },
      { actor: 'user:default/chen-jing', now: NOW },
    );
    return knex;
  };

  it('go up, down with rows in every table, and up again', async () => {
    const knex = await start();
    const exist = () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));
    expect(await exist()).toEqual(TABLES.map(() => true));
    await knex.migrate.rollback({ directory }, true);
    expect(await exist()).toEqual(TABLES.map(() => false));
    await knex.migrate.latest({ directory });
    expect(await exist()).toEqual(TABLES.map(() => true));
  });

  it('refuse states and verbs that do not exist', async () => {
    const knex = await start();
    await expect(knex('apply_sets').update({ state: 'x' })).rejects.toThrow(
      /check/i,
    );
    await expect(
      knex('apply_set_changes').update({ verb: 'x' }),
    ).rejects.toThrow(/check/i);
  });
});
