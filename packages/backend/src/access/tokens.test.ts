import { until } from '@caas/backend-testing/processes';
import { ADDRESSES, DOCUMENTS, type Address } from './__testUtils__/addresses';
import { ComposedPortal } from './__testUtils__/ComposedPortal';
import { LEAVER } from './__testUtils__/PeopleFile';
import { readToken, SigningKey } from './__testUtils__/SigningKey';

jest.setTimeout(180_000);

let portal: ComposedPortal;
let foreignKey: SigningKey;
beforeAll(async () => {
  foreignKey = SigningKey.create();
  portal = await ComposedPortal.start();
});
afterAll(async () => {
  foreignKey.forget();
  await portal?.stop();
});

const genuine = () => portal.tokenOf('developer of life')!;
/** The genuine token, read, with other claims. */
const changed = (more: Record<string, unknown> = {}) => {
  const { header, claims } = readToken(genuine());
  return { header, claims: { ...claims, ...more } };
};
const seconds = () => Math.floor(Date.now() / 1000);
const encode = (part: object) =>
  Buffer.from(JSON.stringify(part)).toString('base64url');

/** What is sent as `authorization`, by what is wrong with it. */
const TOKENS: Record<string, () => string> = {
  'that has expired': () => {
    const { header, claims } = changed({
      iat: seconds() - 7200,
      exp: seconds() - 3600,
    });
    return `Bearer ${portal.key.sign(header, claims)}`;
  },
  'that never expires': () => {
    const { header, claims } = changed();
    delete claims.exp;
    return `Bearer ${portal.key.sign(header, claims)}`;
  },
  'signed by another key': () => {
    const { header, claims } = changed();
    return `Bearer ${foreignKey.sign(header, claims)}`;
  },
  'signed by a key that nobody knows': () => {
    const { header, claims } = changed();
    return `Bearer ${foreignKey.sign({ ...header, kid: 'mine' }, claims)}`;
  },
  'of the algorithm none': () => {
    const { header, claims } = changed();
    return `Bearer ${encode({ ...header, alg: 'none' })}.${encode(claims)}.`;
  },
  'signed with the public key as a secret': () => {
    const { header, claims } = changed();
    return `Bearer ${portal.key.signWithPublicKey({ ...header, alg: 'HS256' }, claims)}`;
  },
  'whose claims were changed': () => {
    const [header, , signature] = genuine().split('.');
    const { claims } = changed({ sub: 'user:default/chen-jing' });
    return `Bearer ${header}.${encode(claims)}.${signature}`;
  },
  'for somebody whom the catalog does not know': () => {
    const { header, claims } = changed({ sub: 'user:default/long-gone' });
    return `Bearer ${portal.key.sign(header, claims)}`;
  },
  'for something that is no person': () => {
    const { header, claims } = changed({ sub: 'group:default/platform' });
    return `Bearer ${portal.key.sign(header, claims)}`;
  },
  'that calls itself the token of a plugin': () => {
    const { header } = changed();
    const claims = { sub: 'tenancy', aud: 'clusters', iat: seconds() };
    return `Bearer ${portal.key.sign(
      { ...header, typ: 'vnd.backstage.plugin' },
      { ...claims, exp: seconds() + 60 },
    )}`;
  },
  'that is garbage': () => 'Bearer garbage',
  'that looks like one': () => 'Bearer a.b.c',
  'of great length': () => `Bearer ${'x'.repeat(8000)}`,
  'that is empty': () => 'Bearer ',
  'that is missing': () => 'Bearer',
  'of another scheme': () => `Basic ${btoa('chen-jing:password')}`,
};

async function call(
  { method, address }: Address,
  authorization: string,
): Promise<unknown> {
  const response = await fetch(`${portal.url}${address}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    body: method === 'GET' ? undefined : '{}',
  });
  return [response.status, await response.json().catch(() => 'no JSON')];
}

const refusal = [
  401,
  {
    error: expect.objectContaining({
      name: 'AuthenticationError',
      message: expect.any(String),
    }),
    request: expect.anything(),
    response: { statusCode: 401 },
  },
];

const everything = [...ADDRESSES, ...DOCUMENTS];

describe.each(Object.keys(TOKENS))('a token %s', what => {
  it.each(everything.map(each => [each.name, each] as const))(
    'is refused by %s',
    async (_name, each) => {
      expect(await call(each, TOKENS[what]())).toEqual(refusal);
    },
  );
});

it('is a sound test: the token that all of these are made of is taken', async () => {
  const [mine] = ADDRESSES.filter(
    ({ name }) => name === 'tenancy.memberships.mine',
  );
  const { header, claims } = changed();
  const copy = portal.key.sign(header, claims);
  for (const token of [genuine(), copy]) {
    expect(await call(mine, `Bearer ${token}`)).toEqual([
      200,
      expect.objectContaining({ user: 'user:default/li-wei' }),
    ]);
  }
});

it('refuses somebody within a minute after they were removed, whose token is still valid', async () => {
  const token = await portal.signInAs(LEAVER);
  const each = ADDRESSES.find(({ name }) => name === 'approvals.kinds.list')!;
  expect(await call(each, `Bearer ${token}`)).toEqual([200, expect.anything()]);
  portal.people.removeLeaver();
  await until('the person is refused', 60_000, async () => {
    const [status] = (await call(each, `Bearer ${token}`)) as [number];
    return status === 401;
  });
  // Stock plugins refuse them too.
  const stock = { name: '', method: 'GET', address: '/api/catalog/entities' };
  expect(await call(stock, `Bearer ${token}`)).toEqual(refusal);
});
