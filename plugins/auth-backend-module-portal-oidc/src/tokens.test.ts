import {
  IdentityProvider,
  type Forgery,
} from './__testUtils__/IdentityProvider';
import { CALLBACK, Portal, user } from './__testUtils__/portal';

jest.setTimeout(60_000);

const SUBJECT = 'uuid-li-wei';
const EMAIL = 'li-wei@insurer.example';

const EVERYTHING_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

describe('tokens', () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await IdentityProvider.start({
      accounts: { [SUBJECT]: { email: EMAIL, email_verified: true } },
      redirectUri: CALLBACK,
    });
  });
  afterAll(() => provider.stop());
  afterEach(() => provider.forge());

  const start = () =>
    Portal.start({
      metadataUrl: provider.metadataUrl,
      entities: [user('li-wei', SUBJECT, EMAIL)],
    });

  it.each<[Forgery, RegExp]>([
    ['expired', /expired/],
    ['audience', /aud mismatch/],
    ['issuer', /unexpected iss value/],
    ['nonce', /nonce mismatch/],
    ['signature', /failed to validate JWT signature/],
    ['none', /unexpected JWT alg received/],
  ])(
    'signs nobody in with an ID token whose fault is: %s',
    async (forgery, reason) => {
      const portal = await start();
      await provider.forge(forgery);
      const message = await portal.signIn(provider, SUBJECT);
      expect(message.error.message).toMatch(reason);
      expect(message).not.toHaveProperty('response');
      expect((await portal.refresh()).status).toBe(401);

      // Nor does it renew a session that began well.
      await provider.forge();
      const { response } = await portal.signIn(provider, SUBJECT);
      expect(response.backstageIdentity.token).toBeDefined();
      if (forgery === 'nonce') return; // A renewal has none.
      await provider.forge(forgery);
      expect((await portal.refresh()).status).toBe(401);
    },
  );

  it('goes on when the provider has changed its key, a minute later at most', async () => {
    const portal = await start();
    await portal.signIn(provider, SUBJECT);
    await provider.rotateKeys();
    // The keys are asked for at most once a minute, whatever keys the tokens name.
    await atTime(Date.now() + 61_000, async () => {
      expect((await portal.refresh()).status).toBe(200);
      const { response } = await portal.signIn(provider, SUBJECT);
      expect(response.backstageIdentity.identity.userEntityRef).toBe(
        'user:default/li-wei',
      );
    });
  });

  it('takes a code once, and only from the browser that asked for it', async () => {
    const portal = await start();
    const back = await portal.comeBack(provider, SUBJECT);
    const stranger = await start();
    const stolen = await stranger.arrive(back);
    expect(stolen.error.message).toContain('missing cookie nonce');
    expect((await stranger.refresh()).status).toBe(401);

    const { response } = await portal.arrive(back);
    expect(response.backstageIdentity.token).toBeDefined();
    const again = await portal.arrive(back);
    expect(again).not.toHaveProperty('response');
    expect(again.error.message).toBeDefined();
  });

  it('opens nothing with a token that is forged or changed', async () => {
    const portal = await start();
    const { response } = await portal.signIn(provider, SUBJECT);
    const token: string = response.backstageIdentity.token;
    const entered = await portal.knock(token);
    expect(entered.body).toEqual({ user: 'user:default/li-wei' });

    const [header, payload, signature] = token.split('.');
    const encode = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const decode = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString());
    const claims = decode(payload);
    const forged = {
      'another person': `${header}.${encode({ ...claims, sub: 'user:default/chen-jing' })}.${signature}`,
      'a longer life': `${header}.${encode({ ...claims, exp: claims.exp + 3600 })}.${signature}`,
      'another audience': `${header}.${encode({ ...claims, aud: 'elsewhere' })}.${signature}`,
      'no signature': `${encode({ ...decode(header), alg: 'none' })}.${payload}.`,
      'an empty signature': `${header}.${payload}.${'A'.repeat(signature.length)}`,
      'no token at all': 'not-a-token',
      "the provider's own token": response.providerInfo.idToken,
    };
    for (const [what, bearer] of Object.entries(forged)) {
      const { status } = await portal.knock(bearer);
      expect([what, status]).toEqual([what, 401]);
    }
    expect((await portal.knock(token)).status).toBe(200);
  });

  it('opens for as long as the token says, and no longer', async () => {
    const portal = await start();
    const { response } = await portal.signIn(provider, SUBJECT);
    const token: string = response.backstageIdentity.token;
    const { exp } = JSON.parse(
      Buffer.from(token.split('.')[1], 'base64url').toString(),
    );
    const statusAt = (seconds: number) =>
      atTime(seconds * 1000, async () => (await portal.knock(token)).status);
    expect(await statusAt(exp - 30)).toBe(200);
    expect(await statusAt(exp + 30)).toBe(401);
    expect(await statusAt(exp - 30)).toBe(200);
  });
});

/** Moves the clock alone, also that of `new Date()`: sockets and timers go on. */
async function atTime<T>(now: number, act: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({ now, doNotFake: [...EVERYTHING_BUT_DATE] });
  try {
    return await act();
  } finally {
    jest.useRealTimers();
  }
}
