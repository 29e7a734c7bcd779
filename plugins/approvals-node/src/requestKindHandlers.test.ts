import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { createContractRouter } from '@caas/contract-node';
import { requestKindProviderContract } from '@caas/plugin-approvals-common';
import express from 'express';
import request from 'supertest';
import type { RequestKindProvider } from './RequestKindProvider';
import { requestKindHandlers } from './requestKindHandlers';

const OPERATIONS = [
  'validate',
  'evidence',
  'reserve',
  'release',
  'execute',
  'cancel',
];
const DESK = service('plugin:approvals');

function service(subject: string) {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'demo',
  });
}

/** A domain with the kind `demo.make`, that remembers what it was asked. */
function createDomain(changes: Partial<RequestKindProvider> = {}) {
  const asked: string[] = [];
  const provider: RequestKindProvider = {
    validate: async ({ payload }) => {
      if (!payload.name) throw new InputError('name: Choose a name');
      return { payload, title: { 'zh-CN': '创建', en: 'Make' } };
    },
    evidence: async () => ({ items: [], objects: [] }),
    reserve: async ({ requestId }) => void asked.push(`reserve ${requestId}`),
    release: async ({ requestId }) => void asked.push(`release ${requestId}`),
    execute: async ({ requestId }) => {
      asked.push(`execute ${requestId}`);
      return { state: 'done', steps: [] };
    },
    ...changes,
  };
  const app = express().use(
    '/api/demo',
    createContractRouter({
      title: 'Demo',
      contract: requestKindProviderContract,
      services: {
        httpAuth: mockServices.httpAuth({ pluginId: 'demo' }),
        permissions: mockServices.permissions.mock(),
        auditor: mockServices.auditor.mock({
          createEvent: async () => ({
            success: async () => {},
            fail: async () => {},
          }),
        }),
        logger: mockServices.logger.mock(),
      },
      handlers: os =>
        os.router(requestKindHandlers(os, { 'demo.make': provider })),
    }),
  );
  const post = (
    operation: string,
    options: { kind?: string; header?: string; payload?: object } = {},
  ) =>
    request(app)
      .post(
        `/api/demo/request-kinds/${options.kind ?? 'demo.make'}/${operation}`,
      )
      .set('authorization', options.header ?? DESK)
      .send({
        tenant: 'life',
        requester: 'user:default/li-wei',
        payload: options.payload ?? { name: 'a' },
        requestId: 'r1',
        payloadHash: 'hash',
      });
  return { post, asked };
}

describe('requestKindHandlers', () => {
  it('passes what the desk asks to the provider of the kind', async () => {
    const { post, asked } = createDomain();
    const { body } = await post('validate').expect(200);
    expect(body).toMatchObject({
      payload: { name: 'a' },
      title: { en: 'Make' },
    });
    await post('evidence').expect(200, { items: [], objects: [] });
    await post('reserve').expect(200, {});
    await post('release').expect(200, {});
    await post('execute').expect(200, { state: 'done', steps: [] });
    expect(asked).toEqual(['reserve r1', 'release r1', 'execute r1']);
  });

  it('says whether the provider can take back what it began', async () => {
    await createDomain().post('cancel').expect(200, { isSupported: false });
    const taken: string[] = [];
    const { post } = createDomain({
      cancel: async ({ requestId }) => void taken.push(requestId),
    });
    await post('cancel').expect(200, { isSupported: true });
    expect(taken).toEqual(['r1']);
  });

  it("hands on the provider's words for a payload that is not right", async () => {
    const { post } = createDomain();
    const { body, status } = await post('validate', { payload: {} });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: 'name: Choose a name',
    });
  });

  it.each(OPERATIONS)('answers %s to the desk only', async operation => {
    const { post, asked } = createDomain();
    const other = await post(operation, { header: service('plugin:catalog') });
    expect(other.status).toBe(403);
    expect(other.body.error.message).toMatch(
      /by approvals only, not by 'plugin:catalog'/,
    );
    const person = await post(operation, {
      header: mockCredentials.user.header('user:default/chen-jing'),
    });
    expect(person.status).toBe(403);
    const nobody = await post(operation, {
      header: mockCredentials.none.header(),
    });
    expect(nobody.status).toBe(401);
    expect(asked).toEqual([]);
  });

  it.each(['demo.break', 'demo.to-string', 'constructor.name'])(
    'knows no kind %s',
    async kind => {
      const { post } = createDomain();
      const { body, status } = await post('execute', { kind });
      expect(status).toBe(404);
      expect(body.error.message).toBe(
        `There is no request kind '${kind}' here. There is demo.make`,
      );
    },
  );
});
