import { isError, NotAllowedError } from '@backstage/errors';
import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createSignInResolverFactory,
  type AuthResolverContext,
  type OAuthAuthenticatorResult,
  type SignInInfo,
} from '@backstage/plugin-auth-node';
// The resolver factories of Backstage 1.55 read schemas of zod 3.
import { z } from 'zod/v3';

const optionsSchema = z.object({
  claim: z.string().min(1),
  annotation: z.string().min(1).optional(),
});

type Options = z.infer<typeof optionsSchema>;

/**
 * Signs in as the one catalog user who carries the value of a claim. Whoever is not in the catalog is refused.
 */
export const claimMatchingUser = createSignInResolverFactory({
  optionsSchema,
  create:
    (options: Options) =>
    async (
      info: SignInInfo<OAuthAuthenticatorResult<OidcAuthResult>>,
      context: AuthResolverContext,
    ) => {
      const value = readClaim(info.result.fullProfile, options.claim);
      const entity = await findUser(value, options, context);
      // By reference: what the catalog says now about the groups of the person goes into the identity.
      return context.signInWithCatalogUser({
        entityRef: {
          kind: entity.kind,
          namespace: entity.metadata.namespace,
          name: entity.metadata.name,
        },
      });
    },
});

function readClaim(
  { tokenset, userinfo }: OidcAuthResult,
  claim: string,
): string {
  // A refreshed session may come without an ID token.
  const claims = {
    ...(tokenset.id_token ? tokenset.claims() : {}),
    ...userinfo,
  } as Record<string, unknown>;
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
  { claim, annotation }: Options,
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
