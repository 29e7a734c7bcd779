import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';

const TIMEOUT_MS = 5_000;

/** Asks the catalog, as the plugin that needs to know, whether a person stands in it. */
export function askCatalog(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}) {
  const { auth, discovery } = services;
  return async (userRef: string): Promise<boolean> => {
    const match = /^user:([^/]+)\/(.+)$/.exec(userRef);
    if (!match) return false;
    const [namespace, name] = match.slice(1).map(encodeURIComponent);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'catalog',
    });
    const address = `${await discovery.getBaseUrl('catalog')}/entities/by-name/user/${namespace}/${name}`;
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(error => refuse(String(error)));
    if (!response.ok && response.status !== 404) {
      refuse(`status ${response.status}`);
    }
    return response.ok;
  };
}

function refuse(reason: string): never {
  throw new ServiceUnavailableError(
    `The catalog does not say who is there (${reason}). Try again in a moment.`,
  );
}
