import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { freePort } from '@caas/backend-testing/processes';
import { IdentityProvider } from './__testUtils__/IdentityProvider';
import {
  APP,
  CALLBACK,
  configuration,
  Portal,
  SESSION_SECRET,
  user,
} from './__testUtils__/portal';
import { hasSignIn } from './hasSignIn';

jest.setTimeout(60_000);

describe('a provider that is down when the portal starts', () => {
  it('is asked again with the next sign-in; until then the page says that it does not answer', async () => {
    const port = await freePort();
    const portal = await Portal.start({
      metadataUrl: `http://localhost:${port}/.well-known/openid-configuration`,
      entities: [user('li-wei', 'uuid-li-wei', 'li-wei@insurer.example')],
    });
    const query = { env: 'production', origin: APP, scope: 'openid' };
    const begin = (more: object = {}) =>
      portal.browser.get('/api/auth/oidc/start').query({ ...query, ...more });
    const inWindow = await begin();
    expect(inWindow.status).toBe(503);
    expect(inWindow.body.error.message).toContain('does not answer');
    const onPage = await begin({ flow: 'redirect', redirectUrl: `${APP}/x` });
    const back = new URL(onPage.headers.location);
    expect(back.origin + back.pathname).toBe(`${APP}/x`);
    expect(back.searchParams.get('error')).toContain('does not answer');

    const provider = await IdentityProvider.start({
      accounts: { 'uuid-li-wei': {} },
      redirectUri: CALLBACK,
      port,
    });
    try {
      const { response } = await portal.signIn(provider, 'uuid-li-wei');
      expect(response.backstageIdentity.identity.userEntityRef).toBe(
        'user:default/li-wei',
      );
    } finally {
      await provider.stop();
    }
  });
});

describe('the configuration of sign-in', () => {
  const ask = (config: object, nodeEnv?: string) =>
    hasSignIn(new ConfigReader(config as JsonObject), nodeEnv);
  const refuse = (config: object, nodeEnv?: string) => () =>
    ask(config, nodeEnv);

  it('is not needed on a laptop, nor where another provider signs in', () => {
    expect(ask({})).toBe(false);
    expect(ask({ auth: { environment: 'development' } })).toBe(false);
    const auth = { environment: 'production', providers: { oauth2Proxy: {} } };
    expect(ask({ auth }, 'production')).toBe(false);
    expect(ask(configuration('https://sso'), 'production')).toBe(true);
  });

  it('is needed in production, in one sentence', () => {
    const sentence = "'auth.providers.oidc.production' is missing";
    const auth = { environment: 'production', providers: { personas: {} } };
    expect(refuse({ auth })).toThrow(sentence);
    expect(refuse({ auth: { environment: 'production' } })).toThrow(sentence);
    expect(refuse({}, 'production')).toThrow(
      "'auth.providers.oidc.development' is missing",
    );
  });

  it('wants a secret for the sessions that cannot be guessed', () => {
    const { auth } = configuration('https://sso');
    const withSecret = (secret?: string) =>
      refuse({ auth: { ...auth, session: { secret } } });
    expect(withSecret()).toThrow("'auth.session.secret' with at least 32");
    expect(withSecret('short')).toThrow('it has 5');
    expect(withSecret(SESSION_SECRET)).not.toThrow();
  });
});
