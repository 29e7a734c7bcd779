import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, newNamespace, NOW } from '../__testUtils__/stores';

const directory = resolvePackagePath(
  '@caas/plugin-tenancy-backend',
  'migrations',
);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const TABLES = [
  'tenants',
  'tenant_members',
  'namespaces',
  'quotas',
  'allocations',
  'reservations',
  'group_claims',
  'claimed_groups',
];

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down with rows in every table, and up again', async () => {
    const { knex, ledger } = await createStores(databases, databaseId);
    const asked = newNamespace('r1');
    await ledger.reserve(asked, NOW);
    await ledger.allocate(asked, NOW);
    const exist = () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));
    expect(await exist()).toEqual(TABLES.map(() => true));

    await knex.migrate.rollback({ directory }, true);
    expect(await exist()).toEqual(TABLES.map(() => false));
    await knex.migrate.latest({ directory });
    expect(await exist()).toEqual(TABLES.map(() => true));
  });

  it('refuse states and environments that do not exist', async () => {
    const { knex, ledger } = await createStores(databases, databaseId);
    await ledger.allocate(newNamespace('r1'), NOW);
    for (const [table, column] of [
      ['tenants', 'state'],
      ['tenant_members', 'role'],
      ['namespaces', 'state'],
      ['namespaces', 'step'],
      ['namespaces', 'environment'],
    ]) {
      await expect(knex(table).update({ [column]: 'x' })).rejects.toThrow(
        /check/i,
      );
    }
  });
});
