import type { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ROW_RULES } from '@caas/contract';
import request from 'supertest';
import { startDemo } from './__testUtils__/demo';

const LI_WEI = 'user:default/li-wei';
const asNobody = mockCredentials.none.header();
const asPerson = mockCredentials.user.header(LI_WEI);
const asPlugin = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:approvals'),
  targetPluginId: 'demo',
});
const size = { size: { cpu: 2 } };

const answering = (
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
): Partial<PermissionsService> => ({
  authorize: async () => [{ result }],
  authorizeConditional: async () => [{ result }],
});
const onlyIn = (tenants: string[]): Partial<PermissionsService> => ({
  authorizeConditional: async () => [
    {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'demo',
      resourceType: 'demo-thing',
      conditions: {
        anyOf: [
          {
            resourceType: 'demo-thing',
            rule: ROW_RULES.inTenants,
            params: { tenants },
          },
        ],
      },
    },
  ],
});

describe('who may call', () => {
  it.each([
    ['public', 'get', '/open', [200, 200, 200]],
    ['authenticated', 'get', '/things/a', [401, 200, 200]],
    ['permission', 'get', '/things', [401, 200, 200]],
    ['permission', 'post', '/reports', [401, 200, 200]],
    ['service', 'post', '/reconcile', [401, 403, 200]],
  ] as const)(
    'an operation with access %s (%s %s)',
    async (_kind, method, path, expected) => {
      const { server } = await startDemo();
      const statuses = [];
      for (const authorization of [asNobody, asPerson, asPlugin]) {
        const response = await request(server)
          [method](`/api/demo${path}`)
          .set('authorization', authorization)
          .send(method === 'post' ? {} : undefined);
        statuses.push(response.status);
      }
      expect(statuses).toEqual(expected);
    },
  );

  it.each([
    ['a person', asPerson, LI_WEI],
    ['a plugin', asPlugin, 'plugin:approvals'],
    ['nobody', asNobody, undefined],
  ])('the handler knows that it is %s', async (_who, authorization, actor) => {
    const { server } = await startDemo();
    const { body } = await request(server)
      .get('/api/demo/open')
      .set('authorization', authorization)
      .expect(200);
    expect(body.actor).toBe(actor);
  });
});

describe('what the permission policy answers', () => {
  const call = async (
    permissions: Partial<PermissionsService>,
    method: 'get' | 'post' | 'put',
    path: string,
  ) => {
    const demo = await startDemo({ permissions });
    const response = await request(demo.server)
      [method](`/api/demo${path}`)
      .set('authorization', asPerson)
      .send(method === 'get' ? undefined : size);
    return { ...demo, response };
  };

  it.each([
    ['get', '/things'],
    ['put', '/things/a'],
    ['post', '/reports'],
  ] as const)('allow: %s %s sees every row', async (method, path) => {
    const { response } = await call(
      answering(AuthorizeResult.ALLOW),
      method,
      path,
    );
    expect(response.status).toBe(200);
    expect(response.body.access).toBe('all');
  });

  it('deny of a read of rows: no row', async () => {
    const { response } = await call(
      answering(AuthorizeResult.DENY),
      'get',
      '/things',
    );
    expect(response.status).toBe(200);
    expect(response.body.access).toBe('none');
  });

  it.each([
    ['put', '/things/a', 'demo.thing.update'],
    ['post', '/reports', 'demo.report.create'],
  ] as const)(
    'deny of %s %s: 403 with whom to ask, and a record of it',
    async (method, path, permission) => {
      const { response, auditor } = await call(
        answering(AuthorizeResult.DENY),
        method,
        path,
      );
      expect(response.status).toBe(403);
      expect(response.body.error).toEqual({
        name: 'NotAllowedError',
        message: `You may not do this: it needs the permission '${permission}'. Ask an administrator of your tenant, or a platform administrator, for a role that has it.`,
        translations: {
          'zh-CN': `您没有此权限（${permission}）。请联系租户管理员或平台管理员，授予包含该权限的角色。`,
        },
      });
      expect(auditor.events).toMatchObject([
        { endings: [{ outcome: 'failed' }] },
      ]);
    },
  );

  it.each([
    ['get', '/things'],
    ['put', '/things/a'],
  ] as const)(
    'conditional: %s %s gets the condition to hold against rows',
    async (method, path) => {
      const seen: boolean[] = [];
      const { server } = await startDemo({
        permissions: onlyIn(['life']),
        behave: ({ access }) => {
          seen.push(access.allows({ tenant: 'life' }));
          seen.push(access.allows({ tenant: 'property' }));
        },
      });
      const { body } = await request(server)
        [method](`/api/demo${path}`)
        .set('authorization', asPerson)
        .send(method === 'get' ? undefined : size)
        .expect(200);
      expect(body.access).toEqual({ anyOf: [{ tenants: ['life'] }] });
      expect(seen).toEqual([true, false]);
    },
  );
});

describe('the audit event', () => {
  const update = (
    server: Parameters<typeof request>[0],
    body: object = size,
    authorization = asPerson,
  ) =>
    request(server)
      .put('/api/demo/things/a')
      .set('authorization', authorization)
      .send(body);

  it('is closed once, with the noted facts, when the handler returns', async () => {
    const { server, auditor } = await startDemo({
      behave: ({ note }) => {
        note({ before: 1 });
        note({ after: 2 });
      },
    });
    await update(server).expect(200);
    expect(auditor.events).toEqual([
      {
        event: 'thing-update',
        severity: 'high',
        endings: [{ outcome: 'succeeded', meta: { before: 1, after: 2 } }],
      },
    ]);
  });

  it.each([
    ['throws', new NotFoundError("There is no thing 'a'")],
    ['throws something unexpected', new Error('boom')],
  ])(
    'is closed once, with the facts so far, when the handler %s',
    async (_what, error) => {
      const { server, auditor } = await startDemo({
        behave: ({ note }) => {
          note({ before: 1 });
          throw error;
        },
      });
      await update(server);
      expect(auditor.events).toMatchObject([
        {
          endings: [
            { outcome: 'failed', error: error.message, meta: { before: 1 } },
          ],
        },
      ]);
    },
  );

  it.each([
    ['refused', 'property', 404],
    ['allowed', 'life', 409],
  ])(
    'names the tenant of the row also when the attempt is %s and fails',
    async (_what, tenant, status) => {
      const { server, auditor } = await startDemo({
        permissions: onlyIn(['life']),
        behave: ({ access }) => {
          // A question that is about no row in particular says nothing.
          access.allows({});
          if (!access.allows({ tenant })) throw new NotFoundError('No thing');
          throw new ConflictError('Somebody was faster');
        },
      });
      await update(server).expect(status);
      expect(auditor.events).toMatchObject([
        { endings: [{ outcome: 'failed', meta: { tenant } }] },
      ]);
    },
  );

  it('keeps the tenant that the handler notes', async () => {
    const { server, auditor } = await startDemo({
      behave: ({ access, note }) => {
        note({ tenant: 'life' });
        access.allows({ tenant: 'property' });
      },
    });
    await update(server).expect(200);
    expect(auditor.events).toMatchObject([
      { endings: [{ meta: { tenant: 'life' } }] },
    ]);
  });

  it('is closed as failed when the input, or the answer, is not what the contract says', async () => {
    const { server, auditor } = await startDemo({
      behave: async () => ({ actor: 42 }),
    });
    await update(server, {}).expect(400);
    await update(server).expect(500);
    expect(auditor.events).toMatchObject([
      { endings: [{ outcome: 'failed' }] },
      { endings: [{ outcome: 'failed' }] },
    ]);
  });

  it('is one for each of many calls at once', async () => {
    const { server, auditor } = await startDemo({
      behave: ({ note }, input) => {
        const { size: asked } = input as typeof size;
        note({ cpu: asked.cpu });
        if (asked.cpu % 2) throw new NotFoundError('odd');
      },
    });
    await Promise.all(
      Array.from({ length: 20 }, (_, cpu) => update(server, { size: { cpu } })),
    );
    const endings = auditor.events.map(event => event.endings);
    expect(endings.map(each => each.length)).toEqual(Array(20).fill(1));
    for (const [{ outcome, meta }] of endings) {
      expect(outcome).toBe(
        Number(meta?.cpu) % 2 === 0 ? 'succeeded' : 'failed',
      );
    }
  });

  it('is not made for operations that change nothing', async () => {
    const { server, auditor } = await startDemo();
    await request(server)
      .get('/api/demo/things/a')
      .set('authorization', asPerson)
      .expect(200);
    expect(auditor.events).toEqual([]);
  });

  it('keeps the operation from happening when it cannot be written', async () => {
    const done: unknown[] = [];
    const { server, auditor } = await startDemo({
      behave: () => void done.push(1),
    });
    jest.spyOn(auditor, 'createEvent').mockRejectedValueOnce(
      Object.assign(new Error('The audit trail is away'), {
        name: 'ServiceUnavailableError',
      }),
    );
    const { body } = await update(server).expect(503);
    expect(body.error.message).toBe('The audit trail is away');
    expect(done).toEqual([]);
  });
});
