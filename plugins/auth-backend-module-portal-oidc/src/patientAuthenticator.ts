import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  oidcAuthenticator,
  type OidcAuthResult,
} from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createOAuthAuthenticator,
  type OAuthAuthenticator,
} from '@backstage/plugin-auth-node';
import { RepeatedDiscovery } from './RepeatedDiscovery';

/** What the stock authenticator keeps of a provider that it has found. */
type Discovered =
  typeof oidcAuthenticator extends OAuthAuthenticator<
    infer Context,
    OidcAuthResult
  >
    ? Context
    : never;

/**
 * The stock authenticator, which asks the identity provider for its addresses again when it could not be reached, and
 * tells the person so on the sign-in page.
 */
export function createPatientAuthenticator(options: {
  logger: LoggerService;
  appUrl: string;
}): OAuthAuthenticator<RepeatedDiscovery<Discovered>, OidcAuthResult> {
  const { logger, appUrl } = options;
  return createOAuthAuthenticator({
    defaultProfileTransform: oidcAuthenticator.defaultProfileTransform,
    scopes: oidcAuthenticator.scopes,
    initialize: input =>
      new RepeatedDiscovery(() => oidcAuthenticator.initialize(input), logger),
    async start(input, discovery) {
      const page = signInPageOf(input.req.query, appUrl);
      try {
        return await oidcAuthenticator.start(input, await discovery.ready());
      } catch (error) {
        if (!page || !(error instanceof ServiceUnavailableError)) throw error;
        page.searchParams.set('error', error.message);
        return { url: page.href };
      }
    },
    async authenticate(input, discovery) {
      try {
        return await oidcAuthenticator.authenticate(
          input,
          await discovery.ready(),
        );
      } catch (error) {
        if (error instanceof ServiceUnavailableError) throw error;
        logger.warn(
          'A sign-in was refused: what came back from the identity provider does not hold',
          isError(error) ? error : undefined,
        );
        throw error;
      }
    },
    refresh: async (input, discovery) =>
      oidcAuthenticator.refresh(input, await discovery.ready()),
    logout: async (input, discovery) =>
      oidcAuthenticator.logout?.(input, await discovery.ready()),
  });
}

/** The page to come back to, in the flow without a second window. Nobody is sent elsewhere. */
function signInPageOf(
  query: { [name: string]: unknown },
  appUrl: string,
): URL | undefined {
  if (query.flow !== 'redirect') return undefined;
  const text = String(query.redirectUrl ?? '');
  if (URL.canParse(text) && new URL(text).origin === new URL(appUrl).origin) {
    return new URL(text);
  }
  throw new InputError(
    `redirectUrl: '${text}' is not a page of this portal. Begin at the sign-in page of ${appUrl}`,
  );
}
