import { createContractClient, type ContractClient } from '@caas/contract';
import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { AnyContractRouter } from '@orpc/contract';

/**
 * A typed client that calls another plugin as the calling plugin itself, or on behalf of somebody who has called it.
 *
 * @remarks
 * Use it as the plugin itself for operations with access `service`. The address is looked up for each call, because discovery may
 * move a plugin to another host.
 *
 * @public
 */
export function createBackendClient<C extends AnyContractRouter>(
  contract: C,
  options: {
    pluginId: string;
    auth: AuthService;
    discovery: DiscoveryService;
    /** As whom it calls, and who is therefore asked whether they may; the plugin itself when left out. */
    onBehalfOf?: BackstageCredentials;
  },
): ContractClient<C> {
  const { pluginId, auth, discovery, onBehalfOf } = options;
  const placeholder = `http://${pluginId}.plugin`;
  return createContractClient(contract, {
    baseUrl: placeholder,
    fetch: async (request, signal) => {
      const baseUrl = await discovery.getBaseUrl(pluginId);
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: onBehalfOf ?? (await auth.getOwnServiceCredentials()),
        targetPluginId: pluginId,
      });
      const address = request.url.replace(placeholder, baseUrl);
      const forwarded = new Request(address, request);
      forwarded.headers.set('authorization', `Bearer ${token}`);
      return fetch(forwarded, { signal });
    },
  });
}
