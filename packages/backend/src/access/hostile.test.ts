import { connect } from 'node:net';
import { PLUGINS_OF_OURS } from './__testUtils__/addresses';
import type { Caller } from './__testUtils__/callers';
import { namespacePayload } from './__testUtils__/cases';
import { ComposedPortal } from './__testUtils__/ComposedPortal';

jest.setTimeout(180_000);

let portal: ComposedPortal;
beforeAll(async () => {
  portal = await ComposedPortal.start();
});
afterAll(() => portal?.stop());

/** A read of each contract that takes a text, and who may ask. */
const READS: Record<string, { caller: Caller; address: string }> = {
  clusters: {
    caller: 'developer of life',
    address: '/api/clusters/namespaces?tenant=',
  },
  tenancy: {
    caller: 'developer of life',
    address: '/api/tenancy/namespaces?tenant=',
  },
  approvals: {
    caller: 'developer of life',
    address: '/api/approvals/requests?tenant=',
  },
  audit: { caller: 'auditor', address: '/api/audit/events?actor=' },
};
/** A path of each contract that takes a text; audit has none. */
const PATHS: Record<string, string> = {
  clusters: '/api/clusters/clusters/nonprod/apply-sets/',
  tenancy: '/api/tenancy/tenants/',
  approvals: '/api/approvals/requests/',
  audit: '/api/audit/',
};

type Write = {
  caller: Caller;
  method: string;
  address: string;
  /** What it is to hold, with something more in the field that takes any JSON. */
  body(more: object): object;
};
/** A write of each contract; audit has none. */
const WRITES: Record<string, Write> = {
  clusters: {
    caller: 'a foreign service',
    method: 'PUT',
    address: '/api/clusters/clusters/nonprod/apply-sets/hostile',
    body: more => ({
      tenant: 'life',
      generation: 1,
      reason: 'hostile',
      objects: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'x' },
          ...more,
        },
      ],
    }),
  },
  tenancy: {
    caller: 'a foreign service',
    method: 'POST',
    address: '/api/tenancy/request-kinds/namespace.create/validate',
    body: more => ({
      tenant: 'life',
      requester: 'user:default/li-wei',
      payload: { ...namespacePayload('hostile'), ...more },
    }),
  },
  approvals: {
    caller: 'developer of life',
    method: 'POST',
    address: '/api/approvals/requests',
    body: more => ({
      kind: 'namespace.create',
      tenant: 'life',
      // More than any tenant has, so that nothing is made.
      payload: { ...namespacePayload('hostile'), cpu: '1000', ...more },
      purpose: 'To see what is refused',
    }),
  },
};

async function send(
  caller: Caller,
  address: string,
  init: { method?: string; body?: string; type?: string } = {},
) {
  const { method, body, type = 'application/json' } = init;
  const headers = { 'content-type': type };
  const response = await portal.send(
    caller,
    new Request(`${portal.url}${address}`, { method, body, headers }),
  );
  return [response.status, await response.json().catch(() => 'no JSON')];
}

/** What blames the caller, in both languages. */
const refusal = (status: number) => [
  status,
  {
    error: {
      name: expect.any(String),
      message: expect.any(String),
      translations: { 'zh-CN': expect.stringMatching(/[一-龥]/) },
    },
    response: { statusCode: status },
  },
];

const nest = (levels: number) =>
  JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

describe.each(PLUGINS_OF_OURS)('reading from %s', plugin => {
  it.each([
    ['NUL', '%00'],
    ['NUL inside', 'life%00prod'],
    ['a text without end', 'x'.repeat(5000)],
    ['the field twice', 'life&tenant=life&actor=a&actor=b'],
    ['__proto__', 'life&__proto__[isAdmin]=1'],
    ['a number that is too large', 'life&limit=1e999'],
    ['a number that is none', 'life&limit=NaN'],
    ['a field that became an object', 'life&limit[$gt]=1'],
  ])('%s in the query: 400', async (_what, text) => {
    const { caller, address } = READS[plugin];
    expect(await send(caller, address + text)).toEqual(refusal(400));
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it.each([
    ['SQL', "life'%20or%20'1'='1"],
    ['a path', '..%2f..%2fetc%2fpasswd'],
    ['CRLF', 'life%0d%0aSet-Cookie:%20a=b'],
    ['broken UTF-8', '%c3%28'],
    ['a field that nobody knows', 'life&colour=red'],
  ])(
    '%s in the query finds nothing that it should not',
    async (_what, text) => {
      const { caller, address } = READS[plugin];
      const [status, body] = await send(caller, address + text);
      expect([status, body.items]).toEqual([200, []]);
    },
  );

  it.each(['%', '%zz', '%c3%28', 'a%00b'])('the path %s: 400', async text => {
    const { caller } = READS[plugin];
    const [status] = await send(caller, PATHS[plugin] + text);
    // The one path of audit takes no text: what can be read is not there.
    const isUnknown = plugin === 'audit' && text === 'a%00b';
    expect(status).toBe(isUnknown ? 404 : 400);
  });
});

describe.each(Object.keys(WRITES))('writing to %s', plugin => {
  const { caller, method, address, body } = WRITES[plugin];
  const write = (text: string, type?: string) =>
    send(caller, address, { method, body: text, type });
  const written = (more: object) => JSON.stringify(body(more));

  it.each([
    ['over the limit', 413, () => written({ text: 'x'.repeat(1024 * 1024) })],
    ['of malformed JSON', 400, () => written({}).slice(0, -1)],
    ['of two documents', 400, () => written({}).repeat(2)],
    ['that is a list', 400, () => '[]'],
    ['that is null', 400, () => 'null'],
    ['that is missing', 400, () => ''],
    ['with NUL', 400, () => written({ text: 'a\0b' })],
    ['with NUL in a name', 400, () => written({ 'a\0b': 1 })],
    ['with half a surrogate pair', 400, () => written({ text: '\ud83d' })],
    ['nested deeply', 400, () => written({ deep: nest(500) })],
    [
      'with __proto__',
      400,
      () => written({ own: 1 }).replace('"own":1', '"__proto__":{"isAdmin":1}'),
    ],
    [
      'with a number beyond numbers',
      400,
      () => written({ own: 1 }).replace('"own":1', '"own":1e999'),
    ],
  ])('a body %s: %d', async (_what, status, text) => {
    expect(await write(text())).toEqual(refusal(status));
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/xml'])(
    'a body of %s: 415',
    async type => {
      expect(await write(written({}), type)).toEqual(refusal(415));
    },
  );

  it('leaves out a field that the contract does not know', async () => {
    const usual = await write(written({}));
    const more = JSON.stringify({ ...body({}), colour: 'red' });
    expect(await write(more)).toEqual(usual);
  });
});

describe('what is no HTTP', () => {
  /** Sends bytes as they are, and gives the first line of what comes back. */
  const sendRaw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(portal.url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.end(text));
      socket.on('data', chunk => {
        answer += chunk;
      });
      socket.on('close', () => resolve(answer.split('\r\n')[0]));
      socket.on('error', reject);
    });
  const ADDRESS = '/api/tenancy/tenants';

  it.each([
    [
      'a line break in a header',
      `GET ${ADDRESS} HTTP/1.1\r\nHost: x\r\nX: a\nb\r\n\r\n`,
    ],
    [
      'NUL in a header',
      `GET ${ADDRESS} HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n`,
    ],
    ['a blank in the path', `GET ${ADDRESS} /x HTTP/1.1\r\nHost: x\r\n\r\n`],
    [
      'two lengths',
      `POST ${ADDRESS} HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    ],
    [
      'a length and pieces',
      `POST ${ADDRESS} HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'a method that nobody knows',
      `JEFF ${ADDRESS} HTTP/1.1\r\nHost: x\r\n\r\n`,
    ],
  ])('%s: 400', async (_what, text) => {
    expect(await sendRaw(text)).toBe('HTTP/1.1 400 Bad Request');
  });

  it('headers without end: 431', async () => {
    const header = `X: ${'x'.repeat(20_000)}`;
    expect(
      await sendRaw(`GET ${ADDRESS} HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`),
    ).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  });

  it.each(['/%', '/api/%zz', '/api/catalog/entities/by-name/%ff/a/b'])(
    '%s is no fault of the server',
    async address => {
      const [status] = await send('developer of life', address);
      expect([400, 404]).toContain(status);
    },
  );
});
