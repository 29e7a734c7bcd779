import { stringifyEntityRef } from '@backstage/catalog-model';
import { isError, NotAllowedError } from '@backstage/errors';
import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import type {
  AuthResolverContext,
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import type { AccountSettings } from './readAccountSettings';
import type { ClaimedGroupReporter } from './ClaimedGroupReporter';

type Claims = Record<string, unknown>;

/**
 * Makes the resolver that signs in as the one catalog user who carries the value of a claim, and reports the groups that
 * the account claims. Whoever is not in the catalog is refused.
 */
export function claimMatchingUser(
  settings: AccountSettings,
  reporter: Pick<ClaimedGroupReporter, 'report'>,
): SignInResolver<OAuthAuthenticatorResult<OidcAuthResult>> {
  return async ({ result }, context) => {
    const claims = claimsOf(result.fullProfile);
    const value = readClaim(claims, settings.claim);
    const entity = await findUser(value, settings, context);
    if (settings.groupsClaim) {
      await reporter.report(
        stringifyEntityRef(entity),
        claims[settings.groupsClaim],
      );
    }
    // By reference: what the catalog says now about the groups of the person goes into the identity.
    return context.signInWithCatalogUser({
      entityRef: {
        kind: entity.kind,
        namespace: entity.metadata.namespace,
        name: entity.metadata.name,
      },
    });
  };
}

/** A refreshed session may come without an ID token. */
function claimsOf({ tokenset, userinfo }: OidcAuthResult): Claims {
  return { ...(tokenset.id_token ? tokenset.claims() : {}), ...userinfo };
}

function readClaim(claims: Claims, claim: string): string {
  const value = claims[claim];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new NotAllowedError(
      `Your account has no '${claim}', by which the portal knows people. Ask the administrators of the company's sign-in.`,
    );
  }
  if (claim === 'email' && claims.email_verified !== true) {
    throw new NotAllowedError(
      `The address '${value}' of your account has not been verified. Verify it at the company's sign-in, then sign in again.`,
    );
  }
  return value;
}

async function findUser(
  value: string,
  { claim, annotation }: AccountSettings,
  context: AuthResolverContext,
) {
  const unknown = () =>
    new NotAllowedError(
      `The portal does not know the account with the ${claim} '${value}'. Ask the platform administrators to have you added to the directory, then sign in again.`,
    );
  try {
    const { entity } = await context.findCatalogUser(
      annotation
        ? { annotations: { [annotation]: value } }
        : { filter: { kind: 'user', 'spec.profile.email': value } },
    );
    // The catalog compares without case; two identifiers may differ in nothing else.
    if (annotation && entity.metadata.annotations?.[annotation] !== value) {
      throw unknown();
    }
    return entity;
  } catch (error) {
    if (!isError(error)) throw error;
    if (error.name === 'NotFoundError') throw unknown();
    if (error.name === 'ConflictError') {
      throw new NotAllowedError(
        `Several people of the catalog have the ${claim} '${value}', so the portal cannot tell who you are. Ask the platform administrators.`,
      );
    }
    throw error;
  }
}
