import type { Config } from '@backstage/config';

/** Shorter ones can be guessed; `openssl rand -hex 32` makes one of 64. */
const MINIMAL_SECRET_LENGTH = 32;

/**
 * Whether people sign in with OpenID Connect here. Throws where nobody could sign in, or where sessions would not be safe.
 * On a laptop, where personas sign in, nothing is needed.
 */
export function hasSignIn(
  config: Config,
  nodeEnv: string | undefined,
): boolean {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const providers = config.getOptionalConfig('auth.providers')?.keys() ?? [];
  const key = `auth.providers.oidc.${environment}`;
  if (!config.has(key)) {
    const isLaptop = nodeEnv !== 'production' && environment === 'development';
    const hasAnother = providers.some(
      provider => provider !== 'oidc' && provider !== 'personas',
    );
    if (isLaptop || hasAnother) return false;
    throw new Error(
      `Nobody could sign in: '${key}' is missing from the configuration. Give it clientId, clientSecret and metadataUrl, as app-config.production.yaml does.`,
    );
  }
  const secret = config.getOptionalString('auth.session.secret') ?? '';
  if (secret.length < MINIMAL_SECRET_LENGTH) {
    throw new Error(
      `Sign-in needs 'auth.session.secret' with at least ${MINIMAL_SECRET_LENGTH} characters; it has ${secret.length}. Make one with: openssl rand -hex 32`,
    );
  }
  return true;
}
