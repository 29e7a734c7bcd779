import { TestDatabases } from '@backstage/backend-test-utils';
import {
  lifeDefinition,
  propertyDefinition,
} from '../__testUtils__/definitions';
import { createStores, newNamespace, NOW } from '../__testUtils__/stores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const CHEN = 'user:default/chen-jing';
const WANG = 'user:default/wang-fang';
const MOTOR = {
  code: 'motor',
  name: '车险',
  nameEn: 'Motor',
  group: 'group:default/motor',
  ownsGroup: true,
  admins: [WANG],
  contacts: [WANG],
  by: CHEN,
};
/** What the file says when it leaves the state to the portal. */
const silent = lifeDefinition({ state: undefined, contacts: undefined });

const outcomesOf = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map(result =>
    result.status === 'fulfilled'
      ? 'done'
      : `${result.reason.name}: ${result.reason.message}`,
  );

describe.each(databases.eachSupportedId())('a tenant on %s', databaseId => {
  const start = async () => {
    const stores = await createStores(databases, databaseId);
    await stores.tenants.create(MOTOR, NOW);
    return stores;
  };

  it('is made once, with its administrators, and never over another or in its group', async () => {
    const { tenants } = await start();
    expect(await tenants.find('motor')).toMatchObject({
      origin: 'portal',
      fileSays: [],
      ownsGroup: true,
      state: 'active',
      version: 1,
    });
    expect(await tenants.listMembers('motor')).toEqual([
      { user: WANG, role: 'tenant-admin' },
    ]);
    expect(
      await outcomesOf([
        tenants.create({ ...MOTOR, group: 'group:default/other' }, NOW),
      ]),
    ).toEqual([
      "ConflictError: code: there already is a tenant 'motor'. Choose another code",
    ]);
    expect(
      await outcomesOf([tenants.create({ ...MOTOR, code: 'bikes' }, NOW)]),
    ).toEqual([
      "ConflictError: group: 'group:default/motor' is tenant 'motor' already. Choose another group",
    ]);
  });

  it('is changed by the first of two editors, and the second is told', async () => {
    const { tenants } = await start();
    const outcomes = await outcomesOf([
      tenants.update({ code: 'motor', version: 1, name: '一' }, NOW),
      tenants.update({ code: 'motor', version: 1, name: '二' }, NOW),
    ]);
    expect(outcomes.sort()).toEqual([
      "ConflictError: Somebody else was faster: tenant 'motor' is at version 2, and you edited version 1. Load it again and repeat your change",
      'done',
    ]);
    await tenants.update(
      { code: 'motor', version: 2, budget: 5000, harborProject: 'motor' },
      NOW,
    );
    await tenants.update({ code: 'motor', version: 3, budget: null }, NOW);
    const after = await tenants.find('motor');
    expect(after).toMatchObject({ version: 4, harborProject: 'motor' });
    expect(after).not.toHaveProperty('budget');
  });

  it('keeps what the file says, and what the portal adds to it', async () => {
    const { tenants, members } = await start();
    await tenants.applyDefinitions([silent, propertyDefinition()], NOW);
    const { version } = (await tenants.find('life'))!;
    expect(
      await outcomesOf([
        tenants.update({ code: 'life', version, name: '人寿' }, NOW),
        tenants.setState(
          { code: 'property', version: 1, state: 'suspended', reason: 'x' },
          NOW,
        ),
      ]),
    ).toEqual([
      expect.stringContaining('name: the tenants file says this'),
      expect.stringContaining('state: the tenants file says this'),
    ]);
    await tenants.update(
      { code: 'life', version, contacts: [CHEN], budget: 10 },
      NOW,
    );
    await tenants.setState(
      {
        code: 'life',
        version: version + 1,
        state: 'suspended',
        reason: '欠费',
      },
      NOW,
    );
    await members.add(
      { tenant: 'life', user: CHEN, role: 'viewer' },
      { by: WANG, now: NOW },
    );

    // The next start, and the one after it.
    for (let starts = 0; starts < 2; starts += 1) {
      await tenants.applyDefinitions([silent, propertyDefinition()], NOW);
      expect(await tenants.find('life')).toMatchObject({
        contacts: [CHEN],
        budget: 10,
        state: 'suspended',
        stateReason: '欠费',
        version: version + 2,
      });
      expect(await tenants.listMembers('life')).toContainEqual({
        user: CHEN,
        role: 'viewer',
      });
      expect(await tenants.find('motor')).toMatchObject({ state: 'active' });
    }
  });

  it('is closed while the file is without it, and comes back with it', async () => {
    const { tenants } = await start();
    const states = async () =>
      Promise.all(
        ['life', 'motor'].map(async code => (await tenants.find(code))?.state),
      );
    await tenants.applyDefinitions([silent], NOW);
    expect(await tenants.applyDefinitions([], NOW)).toMatchObject({
      closed: ['life'],
    });
    expect(await states()).toEqual(['closed', 'active']);
    await tenants.applyDefinitions([silent], NOW);
    expect(await states()).toEqual(['active', 'active']);
  });

  it('is not closed while it has namespaces, which are named', async () => {
    const { tenants, ledger } = await start();
    await tenants.applyDefinitions([silent, propertyDefinition()], NOW);
    await ledger.allocate(newNamespace('r1'), NOW);
    const { version } = (await tenants.find('life'))!;
    const close = () =>
      tenants.setState(
        { code: 'life', version, state: 'closed', reason: '合并' },
        NOW,
      );
    await expect(close()).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        "Tenant 'life' cannot be closed while it has namespaces: life-r1-dev (nonprod). Have them deleted first",
      translations: {
        'zh-CN':
          '租户“life”还有命名空间，不能关闭：life-r1-dev (nonprod)。请先删除它们',
      },
    });
    expect((await tenants.find('life'))?.state).toBe('active');
  });

  it('is suspended, closed and reopened; the same again is no error, and a stale edit is', async () => {
    const { tenants, ledger } = await start();
    await tenants.applyDefinitions([silent, propertyDefinition()], NOW);
    let { version } = (await tenants.find('life'))!;
    const set = (state: 'active' | 'suspended' | 'closed') =>
      tenants.setState({ code: 'life', version, state, reason: '审计' }, NOW);
    expect(await set('suspended')).toBe('active');
    expect(await set('suspended')).toBe('suspended');
    await expect(set('closed')).rejects.toMatchObject({
      message: expect.stringContaining('Somebody else was faster'),
      translations: {
        'zh-CN': expect.stringMatching(/^已有人先行修改：租户“life”现为版本/),
      },
    });
    await expect(ledger.allocate(newNamespace('r1'), NOW)).rejects.toThrow(
      "Tenant 'life' is suspended and receives nothing new",
    );
    version += 1;
    await set('closed');
    version += 1;
    await expect(
      ledger.allocate(newNamespace('r1'), NOW),
    ).rejects.toMatchObject({
      message: "Tenant 'life' is closed and receives nothing new",
      translations: { 'zh-CN': '租户“life”已关闭，不能获得新的资源' },
    });
    expect(await tenants.listRolesOf('user:default/li-wei')).toEqual([]);
    await expect(set('suspended')).rejects.toMatchObject({
      message: expect.stringContaining('it can become active'),
      translations: { 'zh-CN': expect.stringContaining('只能变为“正常”') },
    });
    await expect(
      tenants.update({ code: 'life', version, budget: 1 }, NOW),
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        "Tenant 'life' is closed and does not change any more",
      ),
      translations: {
        'zh-CN': '租户“life”已关闭，不能再更改。请联系平台管理员重新启用',
      },
    });
    await set('active');
    await expect(
      ledger.allocate(newNamespace('r1'), NOW),
    ).resolves.toMatchObject({ tenant: 'life' });
  });

  it('never has a namespace and is closed, when requests are carried out at the same time', async () => {
    const { knex, tenants, ledger } = await start();
    await tenants.applyDefinitions([silent, propertyDefinition()], NOW);
    for (let round = 0; round < 15; round += 1) {
      const { version } = (await tenants.find('life'))!;
      const requests = [`a${round}`, `b${round}`];
      const outcomes = await outcomesOf([
        ledger.allocate(newNamespace(requests[0]), NOW),
        tenants.setState(
          { code: 'life', version, state: 'closed', reason: '合并' },
          NOW,
        ),
        ledger.allocate(newNamespace(requests[1]), NOW),
      ]);
      const tenant = (await tenants.find('life'))!;
      expect([outcomes, tenant.state, tenant.namespaceCount]).toEqual([
        expect.anything(),
        tenant.namespaceCount > 0 ? 'active' : 'closed',
        expect.any(Number),
      ]);
      // Again, from an empty and active tenant.
      await knex('allocations').delete();
      await knex('namespaces').delete();
      await knex('quotas').update({
        allocated_cpu_millicores: 0,
        allocated_memory_bytes: 0,
        allocated_storage_bytes: 0,
        allocated_pods: 0,
        allocated_persistent_volume_claims: 0,
      });
      if (tenant.state === 'closed') {
        await tenants.setState(
          {
            code: 'life',
            version: tenant.version,
            state: 'active',
            reason: 'x',
          },
          NOW,
        );
      }
    }
  });
});
