import { createContractClient, type ContractClient } from '@caas/contract';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { AnyContractRouter } from '@orpc/contract';

/**
 * A typed client that calls another plugin as the calling plugin itself.
 *
 * @remarks
 * Use it for operations with access `service`. The address is looked up for each call, because discovery may
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
  },
): ContractClient<C> {
  const { pluginId, auth, discovery } = options;
  const placeholder = `http://${pluginId}.plugin`;
  return createContractClient(contract, {
    baseUrl: placeholder,
    fetch: async request => {
      const baseUrl = await discovery.getBaseUrl(pluginId);
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: pluginId,
      });
      const address = request.url.replace(placeholder, baseUrl);
      const forwarded = new Request(address, request);
      forwarded.headers.set('authorization', `Bearer ${token}`);
      return fetch(forwarded);
    },
  });
}
