import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { createContractClient } from '@caas/contract';
import request from 'supertest';
import type { AddressInfo } from 'node:net';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import {
  demoContract,
  startDemo,
  type Behaviour,
  type Demo,
} from './__testUtils__/demo';

const asPerson = mockCredentials.user.header('user:default/li-wei');
const get = ({ server }: Demo, path: string) =>
  request(server).get(`/api/demo${path}`).set('authorization', asPerson);
const put = ({ server }: Demo, body: string | object) =>
  request(server)
    .put('/api/demo/things/a')
    .set('authorization', asPerson)
    .set('content-type', 'application/json')
    .send(body);

function createTypedClient(demo: Demo) {
  const { port } = demo.server.address() as AddressInfo;
  return createContractClient(demoContract, {
    baseUrl: `http://localhost:${port}/api/demo`,
    fetch: async plain => {
      plain.headers.set('authorization', asPerson);
      return fetch(plain);
    },
  });
}

describe('answering', () => {
  it('takes the input from path, query and body', async () => {
    const demo = await startDemo();
    const read = await get(demo, '/things/%E5%AF%BF%E9%99%A9?limit=7');
    expect(read.status).toBe(200);
    expect(read.body.input).toEqual({ id: '寿险', limit: 7 });

    const written = await put(demo, { size: { cpu: 2 }, other: 1 });
    expect(written.body.input).toEqual({ id: 'a', size: { cpu: 2 } });
  });

  it('leaves an unknown path to the next handler: 404', async () => {
    const demo = await startDemo();
    const response = await get(demo, '/unknown');
    expect(response.status).toBe(404);
  });

  it('leaves an unknown method to the next handler: 404', async () => {
    const { server } = await startDemo();
    const response = await request(server)
      .delete('/api/demo/things/a')
      .set('authorization', asPerson);
    expect(response.status).toBe(404);
  });
});

describe('bad input', () => {
  const OBJECT = 'Invalid input: expected object, received';
  it.each([
    [{}, `size: ${OBJECT} undefined`, 'size: 此项必填，应为对象'],
    [{ size: 'big' }, `size: ${OBJECT} string`, 'size: 应为对象，收到的是文本'],
    [
      { size: { cpu: 'two' } },
      'size.cpu: Write a number of cores',
      'size.cpu: 请填写核数',
    ],
    [[], `body: ${OBJECT} array`, '请求内容: 应为对象，收到的是列表'],
    ['"text"', `body: ${OBJECT} string`, '请求内容: 应为对象，收到的是文本'],
  ])('%j: 400 naming the field', async (body, message, chinese) => {
    const demo = await startDemo();
    const response = await put(demo, body);
    expect(response.status).toBe(400);
    expect(response.body).toEqual({
      error: {
        name: 'InputError',
        message,
        translations: { 'zh-CN': chinese },
      },
      response: { statusCode: 400 },
    });
  });

  it('names every field that is wrong, wherever it stands', async () => {
    const demo = await startDemo();
    const response = await get(demo, '/things/far-too-long-an-id?limit=lots');
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(
      /^id: An id has at most 10 characters; limit: /,
    );
  });

  it.each(['{"size":', 'not json', '{"size":{"cpu":2}}}'])(
    'malformed JSON %j: 400',
    async body => {
      const demo = await startDemo();
      const response = await put(demo, body);
      expect(response.status).toBe(400);
      expect(response.body.error).toEqual({
        name: 'InputError',
        message: expect.stringContaining('body'),
        translations: { 'zh-CN': expect.stringContaining('请求内容') },
      });
      expect(demo.logger.error).not.toHaveBeenCalled();
    },
  );

  it('a body over the limit: 413, and the next one is fine', async () => {
    const demo = await startDemo();
    const text = 'x'.repeat(1024 * 1024);
    const response = await put(demo, { size: { cpu: 2, text } });
    expect(response.status).toBe(413);
    expect(response.body.error.name).toBe('PayloadTooLargeError');

    const accepted = await put(demo, {
      size: { cpu: 2, text: text.slice(1000) },
    });
    expect(accepted.status).toBe(200);
  });

  it('a body over the limit that does not say its length: 413', async () => {
    const demo = await startDemo();
    const { port } = demo.server.address() as AddressInfo;
    const upload = httpRequest({
      port,
      method: 'PUT',
      path: '/api/demo/things/a',
      headers: { authorization: asPerson, 'content-type': 'application/json' },
    });
    upload.on('error', () => {});
    const answered = new Promise<IncomingMessage>(resolve => {
      upload.on('response', resolve);
    });
    // One byte too many, and no end.
    upload.write('x'.repeat(1024 * 1024 + 1));
    const response = await answered;
    upload.destroy();
    expect(response.statusCode).toBe(413);
    expect(response.headers.connection).toBe('close');
    expect((await get(demo, '/things/a')).status).toBe(200);
  });
});

describe('errors of a handler', () => {
  const throwing =
    (error: unknown): Behaviour =>
    () => {
      throw error;
    };

  it.each([
    [400, new InputError("'two' is not a number")],
    [401, new AuthenticationError('Sign in')],
    [403, new NotAllowedError('Ask Wang Fang')],
    [404, new NotFoundError("There is no thing 'a'")],
    [409, new ConflictError("'a' is taken")],
    [501, new NotImplementedError('Not yet')],
    [503, new ServiceUnavailableError("The cluster 'prod' does not answer")],
  ])('%p %s, on the wire and at the typed client', async (status, error) => {
    const demo = await startDemo({ behave: throwing(error) });
    const response = await get(demo, '/things/a');
    expect(response.status).toBe(status);
    expect(response.body).toEqual({
      error: { name: error.name, message: error.message },
      response: { statusCode: status },
    });
    await expect(
      createTypedClient(demo).things.get({ id: 'a' }),
    ).rejects.toMatchObject({
      name: error.name,
      message: error.message,
      status,
      statusCode: status,
      body: response.body,
    });
    expect(demo.logger.error).not.toHaveBeenCalled();
  });

  it.each([
    ['an error', new Error('password is hunter2')],
    [
      'an error of a database',
      Object.assign(new Error('hunter2'), {
        name: 'DatabaseError',
        code: '42',
      }),
    ],
    ['a text', 'hunter2'],
    ['nothing', undefined],
  ])(
    'that nobody expected (%s): 500, told to the log alone',
    async (_what, error) => {
      const demo = await startDemo({ behave: throwing(error) });
      const response = await get(demo, '/things/a?secret=hunter2');
      expect(response.status).toBe(500);
      expect(response.body).toEqual({
        error: {
          name: 'Error',
          message: 'Internal error',
          translations: { 'zh-CN': '内部错误' },
        },
        response: { statusCode: 500 },
      });
      expect(demo.logger.error).toHaveBeenCalledWith(
        'GET /api/demo/things/a failed',
        error,
      );
    },
  );

  it('an answer that breaks the contract: 500, told to the log', async () => {
    const demo = await startDemo({ behave: async () => ({ actor: 42 }) });
    const response = await get(demo, '/things/a');
    expect(response.status).toBe(500);
    expect(response.body.error).toEqual({
      name: 'Error',
      message: 'The server produced an invalid answer',
      translations: { 'zh-CN': '服务器返回的结果无效' },
    });
    expect(demo.logger.error).toHaveBeenCalledTimes(1);
  });
});

describe('openapi.json', () => {
  it('describes every operation, with its input and answer', async () => {
    const demo = await startDemo();
    const { body } = await get(demo, '/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\.1/);
    expect(body.info.title).toBe('Demo');
    expect(Object.keys(body.paths)).toEqual([
      '/open',
      '/things/{id}',
      '/things',
      '/reports',
      '/reconcile',
    ]);
    expect(Object.keys(body.paths['/things/{id}'])).toEqual(['get', 'put']);
    const { get: read, put: write } = body.paths['/things/{id}'];
    expect(read).toMatchObject({ summary: 'Show a thing | or two' });
    expect(read.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', required: true }),
      expect.objectContaining({ name: 'limit', in: 'query' }),
    ]);
    expect(write.requestBody.content['application/json'].schema).toMatchObject({
      required: ['size'],
    });
    expect(
      write.responses['200'].content['application/json'].schema.properties,
    ).toHaveProperty('actor');
  });

  it('says who may call, and how errors look', async () => {
    const demo = await startDemo();
    const { body } = await get(demo, '/openapi.json').expect(200);
    const { get: read, put: write } = body.paths['/things/{id}'];
    expect(body.paths['/open'].get.security).toEqual([]);
    expect(read.security).toEqual([{ token: [] }]);
    expect(body.components.securitySchemes.token).toMatchObject({
      scheme: 'bearer',
    });
    const { error } = body.components.schemas.Error.properties;
    expect(error).toMatchObject({
      required: ['name', 'message'],
      properties: {
        translations: { properties: { 'zh-CN': { type: 'string' } } },
      },
    });
    expect(Object.keys(read.responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '503',
    ]);
    expect(Object.keys(write.responses)).toEqual(
      expect.arrayContaining(['409', '413', '415']),
    );
    expect(read.responses['401'].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Error',
    });
  });

  it('needs somebody who is signed in', async () => {
    const { server } = await startDemo();
    const response = await request(server)
      .get('/api/demo/openapi.json')
      .set('authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });
});
