import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { usualResources } from '@caas/plugin-tenancy-common';
import { AMOUNT_COLUMNS } from '../database/tables';
import {
  createStores,
  LIFE_DEV,
  newNamespace,
  NOW,
} from '../__testUtils__/stores';

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
  'cancelled_requests',
  'custom_roles',
  'member_custom_roles',
  'departments',
  'member_departments',
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

  it('give namespaces of before the storage, pods and claims that they have had, and quotas room for them', async () => {
    const { knex, ledger, namespaces } = await createStores(
      databases,
      databaseId,
    );
    const small = usualResources({ cpuMillicores: 100, memoryBytes: 2 ** 30 });
    for (const id of ['r1', 'r2']) {
      await ledger.allocate(newNamespace(id, { resources: small }), NOW);
    }
    const name = '20261122001500_count_five_dimensions.js';
    await knex.migrate.down({ directory, name });
    expect(Object.keys(await knex('quotas').first())).not.toContain(
      'hard_pods',
    );
    await knex.migrate.up({ directory, name });

    expect((await namespaces.findByRequest('r1'))?.resources).toEqual(small);
    expect(await ledger.find(LIFE_DEV)).toMatchObject({
      allocated: { pods: 20, persistentVolumeClaims: 10 },
      hard: { cpuMillicores: 8000, pods: 800, persistentVolumeClaims: 400 },
    });
  });

  it('keep tenants, members and quotas of before as what the file says', async () => {
    const { knex, tenants, members, customRoles, departments } =
      await createStores(databases, databaseId);
    const given = { by: 'user:default/wang-fang', now: NOW };
    const chen = 'user:default/chen-jing';
    await members.add({ tenant: 'life', user: chen, role: 'viewer' }, given);
    const named = { tenant: 'life', code: 'x', name: 'x', nameEn: 'x' };
    await customRoles.create({ ...named, permissions: [] }, NOW);
    await members.add({ tenant: 'life', user: chen, customRole: 'x' }, given);
    await departments.create(named, NOW);
    await members.place({ tenant: 'life', user: chen, department: 'x' });
    const name = '20261122003000_manage_tenants_in_portal.js';
    await knex.migrate.down({ directory, name });
    const before = await knex('tenant_members').orderBy(['tenant', 'user_ref']);
    expect(before).toHaveLength(5);
    expect(Object.keys(before[0])).toEqual(['tenant', 'user_ref', 'role']);
    await knex.migrate.up({ directory, name });

    expect(await tenants.find('life')).toMatchObject({
      origin: 'file',
      fileSays: ['name', 'nameEn', 'group', 'contacts', 'state'],
      ownsGroup: false,
      version: 1,
    });
    expect(await members.listPeople('life')).toMatchObject([
      { user: 'user:default/li-wei', roles: [{ role: 'developer' }] },
      { user: 'user:default/wang-fang', roles: [{ role: 'tenant-admin' }] },
      { user: 'user:default/wu-di', roles: [{ role: 'viewer' }] },
    ]);
    expect(await departments.list('life')).toEqual([]);
    const origins = await knex('quotas').distinct('origin');
    expect(origins).toEqual([{ origin: 'file' }]);
    for (const table of ['tenants', 'tenant_members', 'quotas']) {
      await expect(knex(table).update({ origin: 'x' })).rejects.toThrow(
        /check/i,
      );
    }
  });

  it.each(Object.values(AMOUNT_COLUMNS))(
    'refuse a quota that is overdrawn in %s, whoever writes it',
    async column => {
      const { knex } = await createStores(databases, databaseId);
      for (const change of [
        { [`allocated_${column}`]: Number.MAX_SAFE_INTEGER },
        { [`allocated_${column}`]: -1 },
        { [`hard_${column}`]: -1 },
      ]) {
        await expect(knex('quotas').update(change)).rejects.toThrow(/check/i);
      }
    },
  );
});
