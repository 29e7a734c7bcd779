import type { AnyContractRouter } from '@orpc/contract';
import { createContractClient, type ContractClient } from './client';

/**
 * A typed client for the contract of the plugin `pluginId`, for the browser. Give it Backstage's `fetchApi`.
 *
 * @remarks
 * Requests leave as an address and an init, not as a `Request`: Backstage rewrites `plugin://` addresses by copying the
 * request, the copy's body is a stream, and Chromium sends no stream over HTTP/1.1 ("Failed to fetch").
 *
 * @public
 */
export function createPluginClient<C extends AnyContractRouter>(
  contract: C,
  options: {
    pluginId: string;
    fetchApi: {
      fetch: (url: string, init?: RequestInit) => Promise<Response>;
    };
  },
): ContractClient<C> {
  const { pluginId, fetchApi } = options;
  return createContractClient(contract, {
    baseUrl: `plugin://${pluginId}`,
    fetch: async (request, signal) => {
      const { method, headers } = request;
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const body = hasBody ? await request.arrayBuffer() : undefined;
      return fetchApi.fetch(request.url, { method, headers, signal, body });
    },
  });
}
