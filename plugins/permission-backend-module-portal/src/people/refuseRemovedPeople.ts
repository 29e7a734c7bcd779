import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';

/** An `AuthService` that takes no token of a person who has gone, however long the token would still be valid. */
export function refuseRemovedPeople(
  auth: AuthService,
  isKnown: (userRef: string) => Promise<boolean>,
): AuthService {
  const refuse = async (credentials: BackstageCredentials) => {
    if (!auth.isPrincipal(credentials, 'user')) return;
    const { userEntityRef } = credentials.principal;
    if (await isKnown(userEntityRef)) return;
    throw new AuthenticationError(
      `'${userEntityRef}' is not in the catalog, so nobody may act in that name. Ask a platform administrator.`,
    );
  };
  return {
    async authenticate(token, options) {
      const credentials = await auth.authenticate(token, options);
      await refuse(credentials);
      return credentials;
    },
    isPrincipal: auth.isPrincipal.bind(auth),
    getNoneCredentials: () => auth.getNoneCredentials(),
    getOwnServiceCredentials: () => auth.getOwnServiceCredentials(),
    getPluginRequestToken: options => auth.getPluginRequestToken(options),
    getLimitedUserToken: credentials => auth.getLimitedUserToken(credentials),
    listPublicServiceKeys: () => auth.listPublicServiceKeys(),
  };
}
