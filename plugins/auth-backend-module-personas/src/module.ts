import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createPersonaAuthenticator } from './authenticator';
import { refuseOutsideDevelopment } from './refuseOutsideDevelopment';

/** Id of the provider: `GET /api/auth/personas/refresh` signs in. */
const PROVIDER_ID = 'personas';

/**
 * Registers the `personas` provider when `auth.personas.users` lists anybody. Stops the start-up when it does so outside
 * development.
 *
 * @public
 */
export const authModulePersonas = createBackendModule({
  pluginId: 'auth',
  moduleId: 'personas',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        const personas =
          config.getOptionalStringArray('auth.personas.users') ?? [];
        if (personas.length === 0) return;
        refuseOutsideDevelopment({
          nodeEnv: process.env.NODE_ENV,
          authEnvironment: config.getOptionalString('auth.environment'),
        });
        // The auth plugin skips, without a word, a provider that has no key of its own.
        if (!config.has(`auth.providers.${PROVIDER_ID}`)) {
          throw new Error(
            `'auth.personas.users' is set, but the provider is not switched on: add 'auth.providers.${PROVIDER_ID}: {}' to the configuration.`,
          );
        }
        logger.warn(
          `Anybody may sign in without a password as one of ${personas.length} personas.`,
        );
        providers.registerProvider({
          providerId: PROVIDER_ID,
          factory: createProxyAuthProviderFactory({
            authenticator: createPersonaAuthenticator(personas),
            signInResolver: async ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: result.userRef }),
          }),
        });
      },
    });
  },
});
