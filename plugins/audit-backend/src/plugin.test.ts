import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { operation } from '@caas/contract';
import { createContractRouter } from '@caas/contract-node';
import {
  AUDIT_EVENTS_TABLE,
  auditDatabaseServiceRef,
  auditorServiceFactory,
} from '@caas/plugin-audit-node';
import createKnex, { type Knex } from 'knex';
import request from 'supertest';
import { z } from 'zod';
import auditPlugin from './index';

// Each test starts a backend, which takes seconds where the machine has much to do.
jest.setTimeout(60_000);

const LIU_YANG = mockCredentials.user.header('user:default/liu-yang');

const contract = {
  rename: operation({
    method: 'POST',
    path: '/names/{name}',
    summary: 'Rename something',
    access: { kind: 'authenticated' },
    audit: { event: 'thing-rename', severity: 'medium' },
  })
    .input(z.object({ name: z.string() }))
    .output(z.object({})),
};

/** Any plugin with an audited operation, and access to the trail behind everybody's back. */
function createOtherPlugin(
  handle: (name: string, database: Knex) => Promise<void>,
) {
  return createBackendPlugin({
    pluginId: 'other',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          database: auditDatabaseServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
        },
        async init({ database, httpRouter, ...services }) {
          const knex = await database.getClient();
          httpRouter.use(
            createContractRouter({
              title: 'Other',
              contract,
              services,
              handlers: os =>
                os.router({
                  rename: os.rename.handler(async ({ input, context }) => {
                    context.note({ tenant: 'life', to: input.name });
                    await handle(input.name, knex);
                    return {};
                  }),
                }),
            }),
          );
        },
      });
    },
  });
}

async function start(options: {
  connection: string | { directory: string };
  handle?: (name: string, database: Knex) => Promise<void>;
  result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
}) {
  const { connection, handle = async () => {} } = options;
  const { server } = await startTestBackend({
    features: [
      auditPlugin,
      auditorServiceFactory,
      createOtherPlugin(handle),
      mockServices.permissions.factory({
        result: options.result ?? AuthorizeResult.ALLOW,
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { database: { client: 'better-sqlite3', connection } },
        },
      }),
    ],
  });
  return server;
}

const rename = (server: Parameters<typeof request>[0], name: string) =>
  request(server)
    .post(`/api/other/names/${name}?secret=hunter2`)
    .set('authorization', mockCredentials.user.header('user:default/li-wei'))
    .set('user-agent', 'test');
const list = (server: Parameters<typeof request>[0], query: object = {}) =>
  request(server)
    .get('/api/audit/events')
    .query(query)
    .set('authorization', LIU_YANG);

describe('the audit plugin', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'caas-audit-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it.each(['in memory', 'in a file'])(
    'shows what any plugin did, %s',
    async where => {
      const server = await start({
        connection: where === 'in memory' ? ':memory:' : { directory },
        handle: async name => {
          if (name === 'taken') throw new ConflictError("'taken' is taken");
        },
      });
      await rename(server, 'new').expect(200);
      await rename(server, 'taken').expect(409);

      const { body } = await list(server).expect(200);
      expect(body).toEqual({
        totalCount: 2,
        items: [
          expect.objectContaining({
            outcome: 'failed',
            error: "'taken' is taken",
          }),
          {
            id: expect.any(String),
            pluginId: 'other',
            eventId: 'thing-rename',
            severity: 'medium',
            outcome: 'succeeded',
            actor: 'user:default/li-wei',
            ip: expect.any(String),
            userAgent: 'test',
            request: 'POST /api/other/names/new',
            tenant: 'life',
            facts: { tenant: 'life', to: 'new' },
            startedAt: expect.any(String),
            finishedAt: expect.any(String),
          },
        ],
      });

      const failures = await list(server, { outcome: 'failed', limit: 1 });
      expect(failures.body).toMatchObject({ totalCount: 1 });
      const ofLife = await list(server, { tenant: 'life' });
      expect(ofLife.body).toMatchObject({ totalCount: 2 });
      const ofProperty = await list(server, { tenant: 'property' });
      expect(ofProperty.body).toEqual({ totalCount: 0, items: [] });
    },
  );

  it('has written the intent before the operation runs, where another process sees it', async () => {
    const outside = createKnex({
      client: 'better-sqlite3',
      connection: { filename: path.join(directory, 'audit.sqlite') },
      useNullAsDefault: true,
    });
    const seen: unknown[] = [];
    const server = await start({
      connection: { directory },
      handle: async () => {
        seen.push(...(await outside(AUDIT_EVENTS_TABLE).select('outcome')));
      },
    });
    await rename(server, 'new').expect(200);
    await outside.destroy();
    expect(seen).toEqual([{ outcome: 'started' }]);
  });

  it('refuses every audited operation while the trail cannot be written', async () => {
    let done = 0;
    let trail: Knex | undefined;
    const server = await start({
      connection: ':memory:',
      handle: async (_name, database) => {
        done += 1;
        trail = database;
      },
    });
    await rename(server, 'one').expect(200);
    await trail!.schema.renameTable(AUDIT_EVENTS_TABLE, 'away');

    const { body } = await rename(server, 'two').expect(503);
    expect(body.error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('Nothing was done'),
    });
    expect(done).toBe(1);

    await trail!.schema.renameTable('away', AUDIT_EVENTS_TABLE);
    await rename(server, 'three').expect(200);
    expect((await list(server)).body.totalCount).toBe(2);
  });

  it.each([
    ['without credentials', 401, mockCredentials.none.header(), {}],
    ['a limit of 1,000', 400, LIU_YANG, { limit: 1000 }],
    ['an unknown outcome', 400, LIU_YANG, { outcome: 'perhaps' }],
    ['a tenant without end', 400, LIU_YANG, { tenant: 'x'.repeat(64) }],
    ['a time that is none', 400, LIU_YANG, { from: 'yesterday' }],
  ])('answers %s with %p', async (_what, status, authorization, query) => {
    const server = await start({ connection: ':memory:' });
    const response = await request(server)
      .get('/api/audit/events')
      .query(query)
      .set('authorization', authorization);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(
      new RegExp(Object.keys(query)[0] ?? 'credentials'),
    );
  });

  it('is closed to whoever may not read it', async () => {
    const server = await start({
      connection: ':memory:',
      result: AuthorizeResult.DENY,
    });
    const { body } = await list(server).expect(403);
    expect(body.error.message).toContain("the permission 'audit.event.read'");
  });
});
