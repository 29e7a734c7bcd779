import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { maintenanceGuard } from './maintenanceGuard';

const TASKS = '/api/catalog/.backstage/scheduler/v1/tasks';
const ACTIONS = '/api/catalog/.backstage/actions/v1/actions';
const MEI = mockCredentials.user('user:default/mei');
const DENY = AuthorizeResult.DENY;
const ALLOW = AuthorizeResult.ALLOW;

function call(credentials: object, result: typeof ALLOW | typeof DENY) {
  const app = express().use(
    '/api/catalog',
    maintenanceGuard({
      httpAuth: mockServices.httpAuth.mock({
        credentials: async () => credentials as never,
      }),
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result }],
      }),
    }),
    (_request, response) => response.json({ served: true }),
  );
  app.use(((error, _request, response, _next) => {
    response.status(error.name === 'NotAllowedError' ? 403 : 500).json(error);
  }) as express.ErrorRequestHandler);
  return request(app);
}

it.each([
  ['tasks', TASKS],
  ['a trigger', `${TASKS}/refresh/trigger`],
  ['a trigger in capital letters', `${TASKS}/refresh/trigger`.toUpperCase()],
  ['actions', ACTIONS],
])('refuses %s to somebody without the permission', async (_what, path) => {
  expect((await call(MEI, DENY).post(path)).status).toBe(403);
  expect((await call(MEI, ALLOW).post(path)).status).toBe(200);
});

it('lets every other path through without asking', async () => {
  expect((await call(MEI, DENY).get('/api/catalog/entities')).status).toBe(200);
  expect(
    (await call(MEI, DENY).get('/api/catalog/.backstage/auth/v1/x')).status,
  ).toBe(200);
});

it('lets a backend use actions in the name of a person, but not tasks', async () => {
  const forMei = mockCredentials.user('user:default/mei', {
    actor: { subject: 'plugin:scaffolder' },
  });
  expect((await call(forMei, DENY).get(ACTIONS)).status).toBe(200);
  expect((await call(forMei, DENY).get(TASKS)).status).toBe(403);
});
