import {
  ApiException,
  createConfiguration,
  HttpMethod,
  RequestContext,
  type KubeConfig,
} from '@kubernetes/client-node';
import type { ListPage } from './KubernetesClient';

const { httpApi } = createConfiguration();

/**
 * One page of a list, as the API server writes it.
 *
 * The typed lists of the client make an object of a class of each pod and each of its parts: ten times the memory of
 * what a view keeps, and the time of it in one piece.
 */
export async function readPage(options: {
  config: KubeConfig;
  path: string;
  limit: number;
  continueToken?: string;
}): Promise<ListPage> {
  const { config, path, limit, continueToken } = options;
  const address = new URL(config.getCurrentCluster()!.server + path);
  address.searchParams.set('limit', String(limit));
  if (continueToken) address.searchParams.set('continue', continueToken);
  const context = new RequestContext(address.toString(), HttpMethod.GET);
  context.setHeaderParam('accept', 'application/json');
  await config.applySecurityAuthentication(context);
  const response = await httpApi.send(context).toPromise();
  const text = await response.body.text();
  if (response.httpStatusCode !== 200) {
    throw new ApiException(
      response.httpStatusCode,
      `GET ${path}`,
      text,
      response.headers,
    );
  }
  const { items, metadata } = JSON.parse(text);
  return {
    items: items ?? [],
    resourceVersion: metadata.resourceVersion ?? '',
    continueToken: metadata.continue || undefined,
  };
}
