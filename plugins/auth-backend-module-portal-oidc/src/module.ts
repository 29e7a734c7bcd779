import { createBackendModule } from '@backstage/backend-plugin-api';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { claimMatchingUser } from './claimMatchingUser';

/**
 * The stock `oidc` provider, with our way to find the person in the catalog. The auth plugin skips it where
 * `auth.providers.oidc` is not configured.
 *
 * @public
 */
export const authModulePortalOidc = createBackendModule({
  pluginId: 'auth',
  moduleId: 'portal-oidc',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: oidcAuthenticator,
            signInResolverFactories: { claimMatchingUser },
          }),
        });
      },
    });
  },
});
