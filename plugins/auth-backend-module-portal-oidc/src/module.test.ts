import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { CLIENT, IdentityProvider } from './__testUtils__/IdentityProvider';
import portalOidc from './index';

const APP = 'http://localhost:3000';
const ANNOTATION = 'backstage.io/ldap-uuid';
const CALLBACK = 'http://localhost/api/auth/oidc/handler/frame';

const ACCOUNTS = {
  'uuid-li-wei': { email: 'li-wei@insurer.example', email_verified: true },
  'UUID-LI-WEI': { email: 'other@insurer.example', email_verified: true },
  'uuid-claimant': { email: 'li-wei@insurer.example', email_verified: false },
  'uuid-nameless': {},
  'uuid-twin': { email: 'twin@insurer.example', email_verified: true },
};

const user = (name: string, uuid: string, email: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, annotations: { [ANNOTATION]: uuid } },
  spec: { profile: { email } },
  relations: [{ type: 'memberOf', targetRef: 'group:default/life' }],
});

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

/** A door with a lock: it answers who comes in with a token of the portal. */
const door = createBackendPlugin({
  pluginId: 'door',
  register(env) {
    env.registerInit({
      deps: {
        router: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ router, httpAuth }) {
        router.use(async (req, res) => {
          const { principal } = await httpAuth.credentials(req, {
            allow: ['user'],
          });
          res.json({ user: principal.userEntityRef });
        });
      },
    });
  },
});

describe('signing in with OpenID Connect', () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await IdentityProvider.start({
      accounts: ACCOUNTS,
      redirectUri: CALLBACK,
    });
  });
  afterAll(() => provider.stop());

  const start = async (resolver: object = { annotation: ANNOTATION }) => {
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        portalOidc,
        door,
        authServiceFactory,
        httpAuthServiceFactory,
        catalogServiceMock.factory({
          entities: [
            user('li-wei', 'uuid-li-wei', 'li-wei@insurer.example'),
            user('twin-a', 'uuid-twin', 'twin@insurer.example'),
            user('twin-b', 'uuid-twin', 'twin@insurer.example'),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: APP },
            auth: {
              environment: 'production',
              session: { secret: 'not-a-secret-of-anything' },
              providers: {
                oidc: {
                  production: {
                    clientId: CLIENT.client_id,
                    clientSecret: CLIENT.client_secret,
                    metadataUrl: provider.metadataUrl,
                    callbackUrl: CALLBACK,
                    prompt: 'auto',
                    signIn: {
                      resolvers: [
                        {
                          resolver: 'claimMatchingUser',
                          claim: 'sub',
                          ...resolver,
                        },
                      ],
                    },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    // The cookies are for localhost, as the callback.
    return request.agent(`http://localhost:${server.port()}`);
  };

  /** The whole way of a browser; answers what the popup tells the page. */
  const signIn = async (
    browser: ReturnType<typeof request.agent>,
    subject: string,
  ) => {
    const asked = await browser
      .get('/api/auth/oidc/start')
      .query({ env: 'production', origin: APP, scope: 'openid' })
      .expect(302);
    const back = new URL(
      await provider.signIn(asked.headers.location, subject),
    );
    expect(back.origin + back.pathname).toBe(CALLBACK);
    const answered = await browser.get(back.pathname + back.search).expect(200);
    return messageOf(answered.text);
  };

  it('signs in the person whose annotation carries the claim, with their groups, and keeps the session', async () => {
    const browser = await start();
    const { response } = await signIn(browser, 'uuid-li-wei');
    expect(response.backstageIdentity).toMatchObject({
      token: expect.any(String),
      identity: {
        userEntityRef: 'user:default/li-wei',
        ownershipEntityRefs: ['user:default/li-wei', 'group:default/life'],
      },
    });

    const refreshed = await browser
      .get('/api/auth/oidc/refresh')
      .query({ env: 'production' })
      .set('x-requested-with', 'XMLHttpRequest')
      .expect(200);
    expect(refreshed.body.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/li-wei',
    );
  });

  it('signs in by a verified e-mail address where configured so', async () => {
    const browser = await start({ claim: 'email', annotation: undefined });
    const { response } = await signIn(browser, 'uuid-li-wei');
    expect(response.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/li-wei',
    );
  });

  it.each([
    [
      'somebody whom the catalog does not know',
      'UUID-LI-WEI',
      {},
      "The portal does not know the account with the sub 'UUID-LI-WEI'. Ask the platform administrators",
    ],
    [
      'an account without the claim',
      'uuid-nameless',
      { claim: 'email', annotation: undefined },
      "Your account has no 'email'",
    ],
    [
      'an address that nobody has verified',
      'uuid-claimant',
      { claim: 'email', annotation: undefined },
      "The address 'li-wei@insurer.example' of your account has not been verified",
    ],
    [
      'a claim that two people carry',
      'uuid-twin',
      {},
      "Several people of the catalog have the sub 'uuid-twin'",
    ],
  ])(
    'refuses %s with a sentence',
    async (_who, subject, resolver, sentence) => {
      const browser = await start({ annotation: ANNOTATION, ...resolver });
      const message = await signIn(browser, subject);
      expect(message.error).toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(sentence),
      });
      expect(message).not.toHaveProperty('response');
      await browser
        .get('/api/auth/oidc/refresh')
        .query({ env: 'production' })
        .set('x-requested-with', 'XMLHttpRequest')
        .expect(401);
    },
  );

  it('lets nobody in with a token that is forged or changed', async () => {
    const browser = await start();
    const { response } = await signIn(browser, 'uuid-li-wei');
    const token: string = response.backstageIdentity.token;
    const knock = (bearer: string) =>
      browser.get('/api/door/').set('authorization', `Bearer ${bearer}`);
    const entered = await knock(token).expect(200);
    expect(entered.body).toEqual({ user: 'user:default/li-wei' });

    const [header, payload, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const rewritten = (changes: object) =>
      [
        header,
        Buffer.from(JSON.stringify({ ...claims, ...changes })).toString(
          'base64url',
        ),
        signature,
      ].join('.');
    await knock(rewritten({ sub: 'user:default/chen-jing' })).expect(401);
    await knock(`${header}.${payload}.${'A'.repeat(signature.length)}`).expect(
      401,
    );
    await knock('not-a-token').expect(401);
    // The identity provider's own token opens nothing here.
    await knock(response.providerInfo.idToken).expect(401);

    await knock(token).expect(200);
  });

  it('lets somebody in for as long as the token says, and no longer', async () => {
    const browser = await start();
    const { response } = await signIn(browser, 'uuid-li-wei');
    const token: string = response.backstageIdentity.token;
    const knock = () =>
      browser.get('/api/door/').set('authorization', `Bearer ${token}`);
    const { exp } = JSON.parse(
      Buffer.from(token.split('.')[1], 'base64url').toString(),
    );
    // The clock alone: sockets and timers go on, and the keys of the portal are still valid.
    jest.useFakeTimers({
      now: Date.now(),
      doNotFake: [...EVERYTHING_BUT_DATE],
    });
    try {
      jest.setSystemTime((exp - 30) * 1000);
      await knock().expect(200);
      jest.setSystemTime((exp + 30) * 1000);
      await knock().expect(401);
      jest.setSystemTime((exp - 30) * 1000);
      await knock().expect(200);
    } finally {
      jest.useRealTimers();
    }
  });

  it('does not begin for another environment, and is not there where it is not configured', async () => {
    const browser = await start();
    await browser
      .get('/api/auth/oidc/start')
      .query({ env: 'development' })
      .expect(404);
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        portalOidc,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({ data: { app: { baseUrl: APP } } }),
      ],
    });
    await request(server).get('/api/auth/oidc/start').expect(404);
  });
});

/** The message in the page that the popup shows. */
function messageOf(page: string) {
  const [, encoded] = /decodeURIComponent\('([^']+)'\)/.exec(page) ?? [];
  return JSON.parse(decodeURIComponent(encoded ?? ''));
}
