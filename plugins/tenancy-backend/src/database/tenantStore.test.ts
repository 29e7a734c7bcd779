import { RowAccess } from '@caas/contract-node';
import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  lifeDefinition,
  propertyDefinition,
} from '../__testUtils__/definitions';
import { createStores, newNamespace, NOW } from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const onlyLife = RowAccess.fromDecision({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'tenancy',
  resourceType: 'tenancy-tenant',
  conditions: {
    rule: 'IN_TENANTS',
    resourceType: 'tenancy-tenant',
    params: { tenants: ['life'] },
  },
});
const PAGE = { limit: 20, offset: 0 };

describe.each(databases.eachSupportedId())('tenants on %s', databaseId => {
  const start = () => createStores(databases, databaseId);

  it('are what the definitions say, and the same after a repeat', async () => {
    const { tenants } = await start();
    const again = [lifeDefinition(), propertyDefinition()];
    expect(await tenants.applyDefinitions(again, NOW)).toEqual({
      closed: [],
      kept: [],
    });
    expect(await tenants.find('life')).toEqual({
      code: 'life',
      name: '寿险',
      nameEn: 'Life insurance',
      state: 'active',
      group: 'group:default/life',
      contacts: ['user:default/wang-fang'],
      origin: 'file',
      fileSays: ['name', 'nameEn', 'group', 'contacts', 'state'],
      ownsGroup: false,
      version: 1,
      namespaceCount: 0,
    });
    expect(await tenants.listMembers('property')).toEqual([
      { user: 'user:default/zhang-min', role: 'developer' },
      { user: 'user:default/zhao-lei', role: 'tenant-admin' },
    ]);
    expect(await tenants.find('nobody')).toBeUndefined();
  });

  it('are applied by several replicas at once', async () => {
    const { tenants } = await start();
    const definitions = [
      lifeDefinition({ members: [] }),
      propertyDefinition({ quotas: [] }),
    ];
    await Promise.all(
      [1, 2, 3].map(() => tenants.applyDefinitions(definitions, NOW)),
    );
    expect(await tenants.listMembers('life')).toEqual([]);
  });

  it('are closed when the file leaves them out, and open again when it has them again', async () => {
    const { tenants, ledger } = await start();
    await ledger.allocate(newNamespace('r1'), NOW);
    expect(await tenants.applyDefinitions([propertyDefinition()], NOW)).toEqual(
      { closed: ['life'], kept: [] },
    );
    expect(await tenants.find('life')).toMatchObject({
      state: 'closed',
      namespaceCount: 1,
    });
    expect(await tenants.listRolesOf('user:default/li-wei')).toEqual([]);
    // Said once, not at every start.
    expect(
      await tenants.applyDefinitions([propertyDefinition()], NOW),
    ).toMatchObject({ closed: [] });

    await tenants.applyDefinitions(
      [lifeDefinition(), propertyDefinition()],
      NOW,
    );
    expect(await tenants.listRolesOf('user:default/li-wei')).toEqual([
      {
        code: 'life',
        name: '寿险',
        nameEn: 'Life insurance',
        role: 'developer',
      },
    ]);
  });

  it('are listed by code, page by page, as far as the reader may see', async () => {
    const { tenants, ledger } = await start();
    await ledger.allocate(newNamespace('r1'), NOW);
    const all = await tenants.list({ ...PAGE, filter: 'all' });
    expect(all.items.map(({ code }) => code)).toEqual(['life', 'property']);
    expect(all.items.map(({ namespaceCount }) => namespaceCount)).toEqual([
      1, 0,
    ]);
    const second = { limit: 1, offset: 1, filter: 'all' as const };
    expect(await tenants.list(second)).toMatchObject({
      items: [{ code: 'property' }],
      totalCount: 2,
    });
    expect(
      await tenants.list({ ...PAGE, filter: onlyLife.filter }),
    ).toMatchObject({ items: [{ code: 'life' }], totalCount: 1 });
    expect(await tenants.list({ ...PAGE, filter: 'none' })).toEqual({
      items: [],
      totalCount: 0,
    });
  });

  it('come with their members for the catalog', async () => {
    const { tenants } = await start();
    const all = await tenants.listAll();
    expect(all.map(({ code, members }) => [code, members.length])).toEqual([
      ['life', 3],
      ['property', 2],
    ]);
  });
});
