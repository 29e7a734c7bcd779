import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  type AuthResolverContext,
} from '@backstage/plugin-auth-node';

/** Request header that names the persona to sign in as. */
export const PERSONA_HEADER = 'x-caas-persona';

/** What a successful authentication knows: which persona it is. */
export type Persona = { userRef: string };

/**
 * Lets the listed personas, and nobody else, sign in by naming themselves.
 */
export function createPersonaAuthenticator(personas: readonly string[]) {
  const allowed = new Set(personas.map(normalize));
  return createProxyAuthenticator({
    initialize: () => undefined,
    async authenticate({ req }) {
      const sent = req.get(PERSONA_HEADER);
      if (!sent) {
        throw new NotAllowedError(
          `Choose a persona: the header '${PERSONA_HEADER}' is missing.`,
        );
      }
      const userRef = normalize(sent);
      if (!allowed.has(userRef)) {
        throw new NotAllowedError(
          `'${sent}' is not a persona of this portal. Choose one of ${[
            ...allowed,
          ].join(', ')}.`,
        );
      }
      return { result: { userRef } };
    },
    async defaultProfileTransform({ userRef }: Persona, context) {
      const profile = await findProfile(userRef, context);
      return { profile };
    },
  });
}

async function findProfile(userRef: string, context: AuthResolverContext) {
  try {
    const { entity } = await context.findCatalogUser({ entityRef: userRef });
    const profile = entity.spec?.profile as
      { displayName?: string; email?: string; picture?: string } | undefined;
    return {
      displayName: profile?.displayName ?? entity.metadata.name,
      email: profile?.email,
      picture: profile?.picture,
    };
  } catch (error) {
    if ((error as Error).name !== 'NotFoundError') throw error;
    throw new NotFoundError(
      `The persona '${userRef}' is not in the catalog. Just after a start the catalog is still being read: try again in a few seconds.`,
      error,
    );
  }
}

function normalize(userRef: string): string {
  return userRef.trim().toLocaleLowerCase('en-US');
}
