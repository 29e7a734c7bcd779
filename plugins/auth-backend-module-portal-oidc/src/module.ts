import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { ClaimedGroupReporter } from './ClaimedGroupReporter';
import { claimMatchingUser } from './claimMatchingUser';
import { createPatientAuthenticator } from './patientAuthenticator';
import { hasSignIn } from './hasSignIn';
import { readAccountSettings } from './readAccountSettings';

/**
 * The stock `oidc` provider, with our way to find the person in the catalog. On a laptop, where it is not configured,
 * it is not there.
 *
 * @public
 */
export const authModulePortalOidc = createBackendModule({
  pluginId: 'auth',
  moduleId: 'portal-oidc',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ providers, config, logger, ...deps }) {
        if (!hasSignIn(config, process.env.NODE_ENV)) return;
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: createPatientAuthenticator({
              logger,
              appUrl: config.getString('app.baseUrl'),
            }),
            signInResolver: claimMatchingUser(
              readAccountSettings(config),
              ClaimedGroupReporter.create({ ...deps, logger }),
            ),
          }),
        });
      },
    });
  },
});
