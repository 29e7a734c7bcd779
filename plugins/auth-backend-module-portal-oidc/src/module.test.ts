import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import portalOidc from './index';
import { IdentityProvider } from './__testUtils__/IdentityProvider';
import {
  ANNOTATION,
  APP,
  CALLBACK,
  Portal,
  user,
} from './__testUtils__/portal';

jest.setTimeout(60_000);

const EMAIL = 'li-wei@insurer.example';
const ACCOUNTS = {
  'uuid-li-wei': { email: EMAIL, email_verified: true, groups: ['admins'] },
  'UUID-LI-WEI': { email: 'other@insurer.example', email_verified: true },
  'uuid-claimant': { email: EMAIL, email_verified: false },
  'uuid-nameless': {},
  'uuid-twin': { email: 'twin@insurer.example', email_verified: true },
};
const ENTITIES = [
  user('li-wei', 'uuid-li-wei', EMAIL),
  user('twin-a', 'uuid-twin', 'twin@insurer.example'),
  user('twin-b', 'uuid-twin', 'twin@insurer.example'),
];
const BY_EMAIL = { claim: 'email' };
const BY_ANNOTATION = { claim: 'sub', annotation: ANNOTATION };

describe('signing in with OpenID Connect', () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await IdentityProvider.start({
      accounts: ACCOUNTS,
      redirectUri: CALLBACK,
    });
  });
  afterAll(() => provider.stop());

  const start = (accounts: object = BY_ANNOTATION) =>
    Portal.start({
      metadataUrl: provider.metadataUrl,
      accounts,
      entities: ENTITIES,
    });

  it('signs in the person whose annotation carries the claim, with their groups, and keeps the session', async () => {
    const portal = await start();
    const { response } = await portal.signIn(provider, 'uuid-li-wei');
    expect(response.backstageIdentity).toMatchObject({
      token: expect.any(String),
      identity: {
        userEntityRef: 'user:default/li-wei',
        ownershipEntityRefs: ['user:default/li-wei', 'group:default/life'],
      },
    });
    const refreshed = await portal.refresh().expect(200);
    expect(refreshed.body.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/li-wei',
    );
    // Nobody asked for the groups of the account.
    expect(portal.told).toEqual([]);
  });

  it('signs in by a verified e-mail address where configured so', async () => {
    const portal = await start(BY_EMAIL);
    const { response } = await portal.signIn(provider, 'uuid-li-wei');
    expect(response.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/li-wei',
    );
  });

  it.each([
    [
      'somebody whom the catalog does not know',
      'UUID-LI-WEI',
      BY_ANNOTATION,
      "The portal does not know the account with the sub 'UUID-LI-WEI'. Ask the platform administrators",
    ],
    [
      'an account without the claim',
      'uuid-nameless',
      BY_EMAIL,
      "Your account has no 'email'",
    ],
    [
      'an address that nobody has verified',
      'uuid-claimant',
      BY_EMAIL,
      `The address '${EMAIL}' of your account has not been verified`,
    ],
    [
      'a claim that two people carry',
      'uuid-twin',
      BY_ANNOTATION,
      "Several people of the catalog have the sub 'uuid-twin'",
    ],
  ])(
    'refuses %s with a sentence',
    async (_who, subject, accounts, sentence) => {
      const portal = await start(accounts);
      const message = await portal.signIn(provider, subject);
      expect(message.error).toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(sentence),
      });
      expect(message).not.toHaveProperty('response');
      expect((await portal.refresh()).status).toBe(401);
    },
  );

  it('tells tenancy the claimed groups at the sign-in and at each renewal, and goes on when it does not answer', async () => {
    const portal = await start({ ...BY_ANNOTATION, groupsClaim: 'groups' });
    await portal.signIn(provider, 'uuid-li-wei');
    const li = 'user:default/li-wei';
    expect(portal.told).toEqual([{ user: li, groups: ['admins'] }]);

    const { groups, ...rest } = ACCOUNTS['uuid-li-wei'];
    await provider.setAccount('uuid-li-wei', rest);
    expect((await portal.refresh()).status).toBe(200);
    expect(portal.told.slice(1)).toEqual([{ user: li, groups: [] }]);

    await provider.setAccount('uuid-li-wei', { ...rest, groups });
    portal.state.isTenancyDown = true;
    expect((await portal.refresh()).status).toBe(200);
    expect(portal.told).toHaveLength(2);
  });

  it('ends the session of an account that the provider has removed', async () => {
    const portal = await start();
    await portal.signIn(provider, 'uuid-li-wei');
    expect((await portal.refresh()).status).toBe(200);
    await provider.setAccount('uuid-li-wei', undefined);
    expect((await portal.refresh()).status).toBe(401);
    await provider.setAccount('uuid-li-wei', ACCOUNTS['uuid-li-wei']);
  });

  it('comes back to the page in the flow without a second window, and never to another place', async () => {
    const portal = await start();
    const page = `${APP}/catalog`;
    const toProvider = await portal.begin({
      flow: 'redirect',
      redirectUrl: page,
    });
    const back = new URL(await provider.signIn(toProvider, 'uuid-li-wei'));
    const answered = await portal.browser.get(back.pathname + back.search);
    expect(answered.headers.location).toBe(page);
    expect((await portal.refresh()).status).toBe(200);

    const refused = await portal.browser.get('/api/auth/oidc/start').query({
      env: 'production',
      origin: APP,
      scope: 'openid',
      flow: 'redirect',
      redirectUrl: 'https://elsewhere.example/',
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain(
      "redirectUrl: 'https://elsewhere.example/' is not a page of this portal",
    );
  });

  it('does not begin for another environment, and is not there where it is not configured', async () => {
    const { browser } = await start();
    const other = await browser
      .get('/api/auth/oidc/start')
      .query({ env: 'development' });
    expect(other.status).toBe(404);
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        portalOidc,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({ data: { app: { baseUrl: APP } } }),
      ],
    });
    const absent = await request(server).get('/api/auth/oidc/start');
    expect(absent.status).toBe(404);
  });
});
