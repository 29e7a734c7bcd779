import {
  ApiException,
  createConfiguration,
  HttpMethod,
  RequestContext,
  type KubeConfig,
} from '@kubernetes/client-node';
import type { LiveObject } from '../domain/LiveObject';
import type { ListPage } from './KubernetesClient';
import { readItems } from './readItems';

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
  onItem?(item: LiveObject): void;
}): Promise<ListPage> {
  const { config, path, limit, continueToken, onItem } = options;
  const address = new URL(config.getCurrentCluster()!.server + path);
  address.searchParams.set('limit', String(limit));
  if (continueToken) address.searchParams.set('continue', continueToken);
  const context = new RequestContext(address.toString(), HttpMethod.GET);
  context.setHeaderParam('accept', 'application/json');
  await config.applySecurityAuthentication(context);
  const response = await httpApi.send(context).toPromise();
  if (response.httpStatusCode !== 200) {
    throw new ApiException(
      response.httpStatusCode,
      `GET ${path}`,
      await response.body.text(),
      response.headers,
    );
  }
  const { items, metadata } = onItem
    ? await readItems(response.body.stream()!, onItem)
    : JSON.parse(await response.body.text());
  return {
    items: items ?? [],
    resourceVersion: metadata.resourceVersion ?? '',
    continueToken: metadata.continue || undefined,
  };
}
