import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { checkText } from './checkText';
import { startDemo, type Demo } from './__testUtils__/demo';

const asPerson = mockCredentials.user.header('user:default/li-wei');
const get = ({ server }: Demo, path: string) =>
  request(server).get(`/api/demo${path}`).set('authorization', asPerson);
const put = ({ server }: Demo, body: string, type = 'application/json') =>
  request(server)
    .put('/api/demo/things/a')
    .set('authorization', asPerson)
    .set('content-type', type)
    .send(body);

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});

const told = ({ status, body }: request.Response) => [status, body];

/** What blames the caller in both languages, in Backstage's error JSON. */
const refusal = (status: number, message: RegExp) => [
  status,
  {
    error: {
      name: expect.any(String),
      message: expect.stringMatching(message),
      translations: { 'zh-CN': expect.stringMatching(/[一-龥]/) },
    },
    response: { statusCode: status },
  },
];

describe('text that is none', () => {
  it.each([
    [
      'NUL in a text',
      '{"size":{"cpu":1,"text":"a\\u0000b"}}',
      /size\.text: .*NUL/,
    ],
    ['NUL in a name', '{"size":{"cpu":1},"a\\u0000":1}', /body: .*NUL/],
    [
      'half a pair',
      '{"size":{"cpu":1,"text":"\\ud83d"}}',
      /size\.text: .*surrogate/,
    ],
    [
      'the other half',
      '{"size":{"cpu":1,"text":"\\ude00\\ud83d"}}',
      /surrogate/,
    ],
    [
      '__proto__',
      '{"size":{"cpu":1,"__proto__":{"isAdmin":true}}}',
      /size: '__proto__'/,
    ],
  ])('%s: 400', async (_what, body, message) => {
    expect(told(await put(demo, body))).toEqual(refusal(400, message));
  });

  it.each([
    ['/things/a%00b', /id: .*NUL/],
    ['/things/a?limit=5%00', /limit: .*NUL/],
    ['/things/a?__proto__[isAdmin]=true', /'__proto__'/],
    ['/things/a?limit[__proto__][isAdmin]=true', /'__proto__'/],
    ['/things/a?limit=1&limit=2', /limit: /],
    ['/things/a?limit=1e400', /limit: /],
  ])('%s: 400', async (path, message) => {
    expect(told(await get(demo, path))).toEqual(refusal(400, message));
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('leaves whole pairs and other plain text alone', async () => {
    const body = '{"size":{"cpu":1,"text":"寿险 😀 \\ud83d\\ude00 \\r\\n"}}';
    expect((await put(demo, body)).status).toBe(200);
  });

  it('does not pollute prototypes by way of constructor', async () => {
    const body =
      '{"size":{"cpu":1},"constructor":{"prototype":{"isAdmin":true}}}';
    expect((await put(demo, body)).status).toBe(200);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('a request that cannot be read', () => {
  it.each(['/things/%', '/things/%zz', '/things/%C3%28', '/%ff'])(
    '%s: 400',
    async path => {
      expect(told(await get(demo, path))).toEqual(
        refusal(400, /path of the request/),
      );
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonp',
    'text/event-stream',
  ])('content type %s: 415', async type => {
    expect(told(await put(demo, '{"size":{"cpu":1}}', type))).toEqual(
      refusal(415, /content type '.*' is not understood/),
    );
  });

  it('takes JSON with a charset', async () => {
    const type = 'application/json; charset=utf-8';
    expect((await put(demo, '{"size":{"cpu":1}}', type)).status).toBe(200);
  });

  it('nesting that would overflow a stack: 400', async () => {
    const deep = (levels: number) =>
      `{"size":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
    expect(told(await put(demo, deep(100)))).toEqual(
      refusal(400, /nested deeper than 64/),
    );
    expect(told(await put(demo, deep(100_000)))).toEqual(
      refusal(400, /nested deeper|body/),
    );
    const query = `limit${'[a]'.repeat(2000)}=1`;
    expect(told(await get(demo, `/things/a?${query}`))).toEqual(
      refusal(400, /nested|limit/),
    );
  });
});

it('tells the log nothing of all that: nobody has to act on it', async () => {
  expect((await put(demo, '{"a":"\\u0000"}')).status).toBe(400);
  expect(demo.logger.error).not.toHaveBeenCalled();
});

describe('checkText', () => {
  it('refuses a number that would be stored as null', () => {
    const read = JSON.parse('{"size":{"cpu":1e999}}');
    expect(() => checkText(read)).toThrow('size.cpu: Is larger than any');
    expect(() => checkText(read)).toThrow(
      expect.objectContaining({
        translations: { 'zh-CN': 'size.cpu: 超出门户可以保存的数字范围' },
      }),
    );
    expect(() => checkText({ cpu: Number.MAX_VALUE })).not.toThrow();
  });

  it('quotes little of a name that is long', () => {
    const name = 'x'.repeat(10_000);
    expect(() => checkText({ [name]: '\0' })).toThrow(/^x{200}: Holds/);
  });

  it('walks what is wide without running out of anything', () => {
    const wide = Array.from({ length: 200_000 }, (_, index) => index);
    expect(() => checkText({ wide })).not.toThrow();
  });
});
