import { createMockDirectory } from '@backstage/backend-test-utils';
import { startOrganisation } from '../__testUtils__/organisation';

jest.setTimeout(60_000);

const MOTOR = {
  code: 'motor',
  name: '车险',
  nameEn: 'Motor',
  admins: ['user:default/wang-fang'],
};

describe('tenants', () => {
  const directory = createMockDirectory();
  const start = () => startOrganisation(directory);

  it('are made by the platform, with a group that nobody has', async () => {
    const { call, events } = await start();
    const make = (who: string | undefined, changes: object = {}) =>
      call(who, 'post', '/tenants', { ...MOTOR, ...changes });
    expect(await make(undefined)).toMatchObject({ status: 401 });
    expect(await make('wang-fang')).toMatchObject({
      status: 403,
      message: expect.stringContaining('Ask an administrator'),
    });
    expect(await make('chen-jing')).toMatchObject({
      status: 200,
      body: {
        code: 'motor',
        group: 'group:default/motor',
        origin: 'portal',
        members: [{ user: 'user:default/wang-fang', role: 'tenant-admin' }],
      },
    });
    expect(events.map(({ topic }) => topic)).toContain('tenancy.roles-changed');
    expect(await make('chen-jing')).toMatchObject({ status: 409 });
    for (const [changes, sentence] of [
      [{ code: 'Motor 1' }, "code: 'Motor 1' cannot be a tenant code: use"],
      [{ code: 'a'.repeat(31) }, 'has at most 30 characters'],
      [{ code: 'default' }, 'belongs to nobody'],
      [{ code: 'taken' }, "the catalog already has 'group:default/taken'"],
      [{ code: 'x', admins: [] }, 'Name at least one tenant administrator'],
      [
        { code: 'x', admins: ['user:default/ghost'] },
        "admins: the catalog knows no 'user:default/ghost'",
      ],
      [
        { code: 'x', admins: ['user:default/chen-jing'] },
        'nobody makes themselves a tenant administrator',
      ],
      [
        { code: 'x', group: 'group:default/life' },
        "group: the catalog knows no 'group:default/life'",
      ],
    ] as const) {
      const { status, message } = await make('chen-jing', changes);
      expect([changes, message]).toEqual([
        changes,
        expect.stringContaining(sentence),
      ]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });

  it('are foreign to others as if they were not there, and refuse those within who may not', async () => {
    const { call } = await start();
    const change = (who: string, code: string) =>
      call(who, 'patch', `/tenants/${code}`, { version: 1, budget: 5 });
    const foreign = await change('wang-fang', 'property');
    const unknown = await change('wang-fang', 'none');
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(foreign.message.replace('property', 'none')).toBe(unknown.message);
    expect(await change('li-wei', 'life')).toMatchObject({ status: 403 });
    expect(await change('wang-fang', 'life')).toMatchObject({
      status: 403,
      message: expect.stringContaining('set by platform administrators'),
    });
    expect(await change('chen-jing', 'life')).toMatchObject({
      status: 200,
      body: { budget: 5, version: 2 },
    });
    expect(await change('chen-jing', 'life')).toMatchObject({
      status: 409,
      message: expect.stringContaining('Somebody else was faster'),
    });
    for (const list of ['roles', 'departments', 'access']) {
      const route = `/tenants/life/${list}`;
      expect((await call('zhang-min', 'get', route)).status).toBe(404);
      expect((await call('li-wei', 'get', route)).status).toBe(200);
      expect((await call(undefined, 'get', route)).status).toBe(401);
    }
  });

  it('are suspended by the platform, for a reason that everybody in them reads', async () => {
    const { call } = await start();
    const set = (who: string, changes: object = {}) =>
      call(who, 'put', '/tenants/life/state', {
        version: 1,
        state: 'suspended',
        reason: '欠费',
        ...changes,
      });
    expect(await set('wang-fang')).toMatchObject({ status: 403 });
    expect(await set('chen-jing', { reason: ' ' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('reason: Say why'),
    });
    expect(await set('chen-jing')).toMatchObject({ status: 200 });
    const { body } = await call('li-wei', 'get', '/tenants/life');
    expect(body).toMatchObject({ state: 'suspended', stateReason: '欠费' });
  });
});
