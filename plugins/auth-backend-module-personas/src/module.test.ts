import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import personas from './index';

const REFRESH = '/api/auth/personas/refresh';
const user = (name: string, displayName?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
  spec: { profile: displayName ? { displayName } : undefined, memberOf: [] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/life' }],
});

async function start(auth: object) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      personas,
      catalogServiceMock.factory({
        entities: [user('li-wei', '李伟'), user('mallory')],
      }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' }, auth },
      }),
    ],
  });
  return server;
}

const onALaptop = {
  environment: 'development',
  providers: { personas: {} },
  personas: { users: ['user:default/li-wei', 'user:default/not-loaded'] },
};

describe('signing in as a persona', () => {
  it('answers the identity and the profile of the catalog user', async () => {
    const response = await request(await start(onALaptop))
      .get(REFRESH)
      .set('x-caas-persona', 'User:default/li-wei')
      .expect(200);

    expect(response.body.profile.displayName).toBe('李伟');
    expect(response.body.backstageIdentity).toMatchObject({
      token: expect.any(String),
      identity: {
        userEntityRef: 'user:default/li-wei',
        ownershipEntityRefs: expect.arrayContaining(['group:default/life']),
      },
    });
  });

  it.each([
    ['nobody', undefined, "the header 'x-caas-persona' is missing"],
    [
      'a catalog user who is not listed',
      'user:default/mallory',
      "'user:default/mallory' is not a persona of this portal",
    ],
    ['a list', 'user:default/li-wei, user:default/li-wei', 'is not a persona'],
  ])('refuses %s with a sentence', async (_who, header, sentence) => {
    const response = await request(await start(onALaptop))
      .get(REFRESH)
      .set(header ? { 'x-caas-persona': header } : {})
      .expect(403);

    expect(response.body.error.name).toBe('NotAllowedError');
    expect(response.body.error.message).toContain(sentence);
    expect(JSON.stringify(response.body)).not.toContain('token');
  });

  it('says when a persona is not in the catalog yet', async () => {
    const response = await request(await start(onALaptop))
      .get(REFRESH)
      .set('x-caas-persona', 'user:default/not-loaded')
      .expect(404);

    expect(response.body.error.message).toContain(
      "The persona 'user:default/not-loaded' is not in the catalog",
    );
  });
});

describe('starting', () => {
  const { NODE_ENV } = process.env;
  const setNodeEnv = (value: string | undefined) =>
    Object.assign(process.env, { NODE_ENV: value });
  afterEach(() => setNodeEnv(NODE_ENV));

  it.each([
    ['has no list', { ...onALaptop, personas: undefined }],
    ['has an empty list', { ...onALaptop, personas: { users: [] } }],
  ])(
    'registers no provider where the configuration %s, in production too',
    async (_what, auth) => {
      setNodeEnv('production');
      const response = await request(
        await start({ ...auth, environment: 'production' }),
      )
        .get(REFRESH)
        .set('x-caas-persona', 'user:default/li-wei');
      expect(response.status).toBe(404);
    },
  );

  it('refuses when NODE_ENV is production', async () => {
    setNodeEnv('production');
    await expect(start(onALaptop)).rejects.toThrow(
      /NODE_ENV is 'production'.*remove 'auth.personas.users'/,
    );
  });

  it.each(['production', 'staging', undefined])(
    "refuses when 'auth.environment' is %p",
    async environment => {
      await expect(start({ ...onALaptop, environment })).rejects.toThrow(
        /'auth.environment' is .* and not 'development'/,
      );
    },
  );

  it('says which key is missing when the provider is not switched on', async () => {
    await expect(start({ ...onALaptop, providers: {} })).rejects.toThrow(
      "add 'auth.providers.personas: {}'",
    );
  });
});
