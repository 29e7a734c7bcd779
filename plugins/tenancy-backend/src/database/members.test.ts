import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, NOW } from '../__testUtils__/stores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const LI = 'user:default/li-wei';
const WANG = 'user:default/wang-fang';
const WU = 'user:default/wu-di';
const ZHAO = 'user:default/zhao-lei';
const GIVEN = { by: WANG, now: NOW };
const ON_CALL = {
  tenant: 'life',
  code: 'on-call',
  name: '值班',
  nameEn: 'On call',
  permissions: ['clusters.workload.restart', 'clusters.pod-log.read'],
} as const;
const onCall = () => ({ ...ON_CALL, permissions: [...ON_CALL.permissions] });

describe.each(databases.eachSupportedId())('members on %s', databaseId => {
  const start = () => createStores(databases, databaseId);

  it('have what the file says and what somebody gave them, each once, with who and when', async () => {
    const { tenants, members } = await start();
    const add = () =>
      members.add({ tenant: 'life', user: LI, role: 'operator' }, GIVEN);
    await Promise.all([add(), add()]);
    await members.add({ tenant: 'life', user: LI, role: 'developer' }, GIVEN);
    expect(await tenants.listMembers('life')).toEqual([
      { user: LI, role: 'developer' },
      { user: LI, role: 'operator' },
      { user: WANG, role: 'tenant-admin' },
      { user: WU, role: 'viewer' },
    ]);
    const given = { by: WANG, at: NOW.toISOString() };
    expect((await members.listPeople('life'))[0]).toEqual({
      user: LI,
      roles: [
        { role: 'developer' },
        { role: 'developer', given },
        { role: 'operator', given },
      ],
      customRoles: [],
    });
    expect(await tenants.listRolesOf(LI)).toMatchObject([
      { code: 'life', role: 'developer' },
      { code: 'life', role: 'operator' },
    ]);
  });

  it('lose what was given, twice without an error, and never what the file says', async () => {
    const { tenants, members } = await start();
    const operator = { tenant: 'life', user: LI, role: 'operator' } as const;
    await members.add(operator, GIVEN);
    await members.remove(operator);
    await members.remove(operator);
    expect(await tenants.listRolesOf(LI)).toMatchObject([
      { role: 'developer' },
    ]);
    await expect(
      members.remove({ tenant: 'life', user: LI, role: 'developer' }),
    ).rejects.toThrow(
      "The tenants file makes 'user:default/li-wei' a developer of tenant 'life'",
    );
  });

  it('always have an administrator among them, also when two remove each other at once', async () => {
    const { tenants, members } = await start();
    await tenants.create(
      {
        code: 'motor',
        name: '车险',
        nameEn: 'Motor',
        group: 'group:default/motor',
        ownsGroup: true,
        admins: [WANG, ZHAO],
        contacts: [],
        by: 'user:default/chen-jing',
      },
      NOW,
    );
    const remove = (user: string) =>
      members.remove({ tenant: 'motor', user, role: 'tenant-admin' });
    const results = await Promise.allSettled([remove(WANG), remove(ZHAO)]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const left = await tenants.listMembers('motor');
    expect(left).toHaveLength(1);
    await expect(remove(left[0].user)).rejects.toThrow(
      `'${left[0].user}' is the last tenant administrator of tenant 'motor'. Make somebody else one first`,
    );
  });

  it('hold what their custom roles hold, as the roles are now', async () => {
    const { tenants, members, customRoles } = await start();
    const role = await customRoles.create(onCall(), NOW);
    const held = { tenant: 'life', user: ZHAO, customRole: 'on-call' };
    await members.add(held, GIVEN);
    await members.add(held, GIVEN);
    expect(await members.listCustomGrantsOf(ZHAO)).toEqual([
      {
        code: 'life',
        name: '寿险',
        nameEn: 'Life insurance',
        permissions: onCall().permissions,
      },
    ]);
    expect(await tenants.listMembers('life')).toHaveLength(3);
    await customRoles.update(
      {
        tenant: 'life',
        code: 'on-call',
        version: role.version,
        permissions: ['clusters.pod-log.read'],
      },
      NOW,
    );
    expect(await members.listCustomGrantsOf(ZHAO)).toMatchObject([
      { permissions: ['clusters.pod-log.read'] },
    ]);
    await expect(
      customRoles.delete({ tenant: 'life', code: 'on-call', version: 2 }),
    ).rejects.toMatchObject({
      message:
        "Role 'on-call' cannot be deleted while people have it: user:default/zhao-lei. Take it from them first",
      translations: {
        'zh-CN':
          '角色“on-call”仍有人拥有，不能删除：user:default/zhao-lei。请先收回',
      },
    });
    await members.remove(held);
    await customRoles.delete({ tenant: 'life', code: 'on-call', version: 2 });
    expect(await customRoles.list('life')).toEqual([]);
    await expect(members.add(held, GIVEN)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('have roles that one editor at a time changes', async () => {
    const { customRoles } = await start();
    const results = await Promise.allSettled([
      customRoles.create(onCall(), NOW),
      customRoles.create(onCall(), NOW),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const edit = (name: string) =>
      customRoles.update(
        { tenant: 'life', code: 'on-call', version: 1, name },
        NOW,
      );
    const edits = await Promise.allSettled([edit('一'), edit('二')]);
    expect(edits.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { name: 'ConflictError' } },
    ]);
  });

  it('stand in one department of a tree without circles, whoever moves it at once', async () => {
    const { members, departments } = await start();
    const make = (code: string, parent?: string) =>
      departments.create(
        { tenant: 'life', code, name: code, nameEn: code, parent },
        NOW,
      );
    await make('a');
    await make('b');
    await expect(make('a')).rejects.toThrow("already has a department 'a'");
    await expect(make('c', 'x')).rejects.toThrow("no department 'x'");
    const move = (code: string, parent: string) =>
      departments.update({ tenant: 'life', code, version: 1, parent }, NOW);
    const moves = await Promise.allSettled([move('a', 'b'), move('b', 'a')]);
    expect(moves.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);

    const place = (department: string | null) =>
      members.place({ tenant: 'life', user: LI, department });
    await place('a');
    await place('b');
    expect(await departments.list('life')).toMatchObject([
      { code: 'a', memberCount: 0 },
      { code: 'b', memberCount: 1 },
    ]);
    await expect(place('x')).rejects.toMatchObject({
      message: expect.stringContaining("no department 'x'"),
      translations: { 'zh-CN': expect.stringContaining('没有部门“x”') },
    });
    await expect(
      departments.delete({ tenant: 'life', code: 'b', version: 9 }),
    ).rejects.toThrow('Somebody else was faster');
    const [a, b] = await departments.list('life');
    await expect(
      departments.delete({ tenant: 'life', code: 'b', version: b.version }),
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        "Department 'b' cannot be deleted while it has 1 members",
      ),
      translations: {
        'zh-CN': expect.stringMatching(
          /^部门“b”还有 1 名成员.*，不能删除。请先把它们移到别处$/,
        ),
      },
    });
    await place(null);
    const [below, above] = a.parent ? [a, b] : [b, a];
    await departments.delete({ ...below, tenant: 'life' });
    await departments.delete({ ...above, tenant: 'life' });
    expect(await departments.list('life')).toEqual([]);
  });
});
