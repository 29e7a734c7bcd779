import { createMockDirectory } from '@backstage/backend-test-utils';
import { OF_SUN, startOrganisation } from '../__testUtils__/organisation';

jest.setTimeout(60_000);

describe('the people in tenants', () => {
  const directory = createMockDirectory();
  const start = () => startOrganisation(directory);

  it('have members, each with the reasons for their roles', async () => {
    const { call, add } = await start();
    expect(await add('wang-fang', 'sun-li', { role: 'viewer' })).toMatchObject({
      status: 200,
      body: {
        user: 'user:default/sun-li',
        isKnown: true,
        roles: [
          {
            role: 'viewer',
            reasons: [{ source: 'portal', givenBy: 'user:default/wang-fang' }],
          },
        ],
      },
    });
    const { body } = await call('li-wei', 'get', '/tenants/life/access');
    expect(
      body.items.map((person: { user: string; roles: unknown[] }) => [
        person.user,
        person.roles,
      ]),
    ).toEqual([
      [
        'user:default/li-wei',
        [{ role: 'developer', reasons: [{ source: 'file' }] }],
      ],
      ['user:default/sun-li', expect.anything()],
      [
        'user:default/wang-fang',
        [{ role: 'tenant-admin', reasons: [{ source: 'file' }] }],
      ],
      [
        'user:default/wu-di',
        [
          {
            role: 'operator',
            reasons: [
              {
                source: 'catalog-group',
                group: 'group:default/life-operators',
              },
            ],
          },
        ],
      ],
    ]);
    expect(body.totalCount).toBe(4);
    const page = await call(
      'li-wei',
      'get',
      '/tenants/life/access?limit=1&offset=3',
    );
    expect(page.body.items).toMatchObject([{ user: 'user:default/wu-di' }]);

    for (const [what, sentence] of [
      [{}, 'Name either a role or a custom role'],
      [{ role: 'viewer', customRole: 'x' }, 'Name either a role or a custom'],
      [{ role: 'boss' }, 'role: '],
      [{ customRole: 'x' }, "There is no custom role 'x' in tenant 'life'"],
    ] as const) {
      const { message } = await add('wang-fang', 'sun-li', what);
      expect(message).toContain(sentence);
    }
    expect(await add('wang-fang', 'ghost', { role: 'viewer' })).toMatchObject({
      status: 400,
      message: expect.stringContaining("nobody called 'user:default/ghost'"),
    });
  });

  it('let nobody give what they do not hold', async () => {
    const { add, makeRole, call } = await start();
    await makeRole('wang-fang');
    await makeRole('wang-fang', {
      code: 'people',
      permissions: OF_SUN,
    });
    await add('wang-fang', 'sun-li', { customRole: 'people' });

    // 孙丽 manages people by a custom role, and cannot make herself or others more than she is.
    expect(
      await add('sun-li', 'sun-li', { role: 'tenant-admin' }),
    ).toMatchObject({
      status: 403,
      message: expect.stringContaining('given and taken by tenant'),
    });
    expect(
      await add('sun-li', 'li-wei', { customRole: 'on-call' }),
    ).toMatchObject({
      status: 403,
      message:
        "Nobody gives what they do not hold themselves, and in tenant 'life' you do not hold clusters.workload.restart. Leave that out, or ask somebody who holds it",
    });
    expect(await makeRole('sun-li', { code: 'more' })).toMatchObject({
      status: 403,
    });
    const widen = (permissions: string[]) =>
      call('sun-li', 'patch', '/tenants/life/roles/people', {
        version: 1,
        permissions,
      });
    expect(await widen([...OF_SUN, 'clusters.pod-log.read'])).toMatchObject({
      status: 403,
    });
    expect(await widen(OF_SUN.slice(0, 2))).toMatchObject({
      status: 200,
      body: { version: 2, permissions: OF_SUN.slice(0, 2) },
    });
    expect(
      await add('sun-li', 'li-wei', { customRole: 'people' }),
    ).toMatchObject({ status: 200 });

    // A platform administrator appoints others, and cannot apply for resources by way of a role.
    expect(
      await add('chen-jing', 'chen-jing', { role: 'developer' }),
    ).toMatchObject({
      status: 403,
      message: expect.stringContaining('Nobody makes themselves a developer'),
    });
    expect(
      await makeRole('chen-jing', {
        code: 'apply',
        permissions: ['approvals.request.create'],
      }),
    ).toMatchObject({ status: 403 });
    for (const name of [
      'approvals.request.decide',
      'tenancy.tenant.set-state',
      'clusters.node.drain',
    ]) {
      expect(
        await makeRole('wang-fang', { permissions: [name] }),
      ).toMatchObject({
        status: 400,
        message: expect.stringContaining(`A custom role cannot hold '${name}'`),
      });
    }
  });

  it('give what a custom role holds, and the right to apply with it', async () => {
    const { add, makeRole, call } = await start();
    await makeRole('wang-fang', {
      permissions: ['approvals.request.create', 'clusters.pod-log.read'],
    });
    await add('wang-fang', 'sun-li', { customRole: 'on-call' });
    const { body } = await call('sun-li', 'get', '/memberships/mine');
    expect(body.tenants).toEqual([
      {
        code: 'life',
        name: '寿险',
        nameEn: 'Life insurance',
        roles: [],
        permissions: ['approvals.request.create', 'clusters.pod-log.read'],
      },
    ]);
    const removed = await call('wang-fang', 'delete', '/tenants/life/members', {
      user: 'user:default/sun-li',
      customRole: 'on-call',
    });
    expect(removed).toMatchObject({ status: 200, body: { customRoles: [] } });
    const after = await call('sun-li', 'get', '/memberships/mine');
    expect(after.body.tenants).toEqual([]);
  });

  it('are organised in departments, of which the catalog is told', async () => {
    const { call, events } = await start();
    const make = (code: string, parent?: string) =>
      call('wang-fang', 'post', '/tenants/life/departments', {
        code,
        name: code,
        nameEn: code,
        parent,
      });
    await make('claims');
    expect(await make('motor', 'claims')).toMatchObject({
      status: 200,
      body: { code: 'motor', parent: 'claims', version: 1 },
    });
    expect(
      await call('wang-fang', 'patch', '/tenants/life/departments/claims', {
        version: 1,
        parent: 'motor',
      }),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining("'claims' cannot stand below itself"),
    });
    const place = (user: string, department: string | null) =>
      call('wang-fang', 'put', '/tenants/life/members/department', {
        user: `user:default/${user}`,
        department,
      });
    expect(await place('wu-di', 'motor')).toMatchObject({
      status: 200,
      body: { department: 'motor' },
    });
    expect(await place('zhang-min', 'motor')).toMatchObject({
      status: 404,
      message: expect.stringContaining("is nobody of tenant 'life'"),
    });
    expect(events.map(({ eventPayload }) => eventPayload)).toContainEqual({
      tenant: 'life',
    });
    const foreign = await call(
      'wang-fang',
      'post',
      '/tenants/property/departments',
      {
        code: 'x',
        name: 'x',
        nameEn: 'x',
      },
    );
    expect(foreign.status).toBe(404);
  });
});
