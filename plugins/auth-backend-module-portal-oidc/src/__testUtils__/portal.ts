import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { contractPlugin } from '@caas/backend-testing';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import request from 'supertest';
import portalOidc from '../index';
import { CLIENT, type IdentityProvider } from './IdentityProvider';

export const APP = 'http://localhost:3000';
export const CALLBACK = 'http://localhost/api/auth/oidc/handler/frame';
export const ANNOTATION = 'backstage.io/ldap-uuid';
export const SESSION_SECRET = 'not-a-secret-of-anything-at-all-';

/** A user of the catalog, in the group `life`. */
export const user = (name: string, uuid: string, email: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, annotations: { [ANNOTATION]: uuid } },
  spec: { profile: { email } },
  relations: [{ type: 'memberOf', targetRef: 'group:default/life' }],
});

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

/** What was told to tenancy, as it arrives there. */
export type Told = { user: string; groups: string[] };

/** Tenancy, as far as it hears of claimed groups. */
const ear = (told: Told[], isDown: () => boolean) =>
  contractPlugin({
    pluginId: 'tenancy',
    contract: { claimedGroups: tenancyContract.claimedGroups },
    handlers: os =>
      os.router({
        claimedGroups: {
          record: os.claimedGroups.record.handler(async ({ input }) => {
            if (isDown()) throw new Error('down');
            told.push(input);
            return { groups: input.groups };
          }),
        },
      }),
  });

/** The configuration of a portal in production. */
export function configuration(
  metadataUrl: string,
  accounts: object = { claim: 'sub', annotation: ANNOTATION },
) {
  return {
    app: { baseUrl: APP },
    auth: {
      environment: 'production',
      session: { secret: SESSION_SECRET },
      accounts,
      providers: {
        oidc: {
          production: {
            clientId: CLIENT.client_id,
            clientSecret: CLIENT.client_secret,
            metadataUrl,
            callbackUrl: CALLBACK,
            prompt: 'auto',
          },
        },
      },
    },
  };
}

/** A portal whose people sign in at the provider. */
export class Portal {
  static async start(options: {
    metadataUrl: string;
    accounts?: object;
    entities: ReturnType<typeof user>[];
  }): Promise<Portal> {
    const told: Told[] = [];
    const state = { isTenancyDown: false };
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        portalOidc,
        door,
        ear(told, () => state.isTenancyDown),
        authServiceFactory,
        httpAuthServiceFactory,
        catalogServiceMock.factory({ entities: options.entities }),
        mockServices.rootConfig.factory({
          data: configuration(options.metadataUrl, options.accounts),
        }),
      ],
    });
    // The cookies are for localhost, as the callback.
    return new Portal(`http://localhost:${server.port()}`, told, state);
  }

  readonly browser: ReturnType<typeof request.agent>;

  private constructor(
    readonly url: string,
    readonly told: Told[],
    readonly state: { isTenancyDown: boolean },
  ) {
    this.browser = request.agent(url);
  }

  /** The first step of a browser: the address that it is sent to. */
  async begin(query: object = {}): Promise<string> {
    const asked = await this.browser
      .get('/api/auth/oidc/start')
      .query({ env: 'production', origin: APP, scope: 'openid', ...query })
      .expect(302);
    return asked.headers.location;
  }

  /** The whole way of a browser; answers what the popup tells the page. */
  async signIn(provider: IdentityProvider, subject: string) {
    const back = await this.comeBack(provider, subject);
    return this.arrive(back);
  }

  /** The way of a browser until it is sent back: the address. */
  async comeBack(provider: IdentityProvider, subject: string): Promise<URL> {
    return new URL(await provider.signIn(await this.begin(), subject));
  }

  /** Opens the address that the browser is sent back to. */
  async arrive(back: URL) {
    const answered = await this.browser
      .get(back.pathname + back.search)
      .expect(200);
    return messageOf(answered.text);
  }

  /** Renews the session, as a page does when it is opened. */
  refresh() {
    return this.browser
      .get('/api/auth/oidc/refresh')
      .query({ env: 'production' })
      .set('x-requested-with', 'XMLHttpRequest');
  }

  /** Knocks at the door with a token. */
  knock(token: string) {
    return this.browser
      .get('/api/door/')
      .set('authorization', `Bearer ${token}`);
  }
}

/** The message in the page that the popup shows. */
function messageOf(page: string) {
  const [, encoded] = /decodeURIComponent\('([^']+)'\)/.exec(page) ?? [];
  return JSON.parse(decodeURIComponent(encoded ?? ''));
}
