import {
  ApiException,
  createConfiguration,
  HttpMethod,
  RequestContext,
  type KubeConfig,
} from '@kubernetes/client-node';

const { httpApi } = createConfiguration();

/** A request to an API server, beyond what apply sets and views need. */
export type ClusterRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: object;
  /** Of the body; plain JSON when it is not said. */
  contentType?: string;
  signal?: AbortSignal;
};

/** Sends it, and answers what came once the head of the answer is there. Throws an `ApiException` for a refusal. */
export async function sendRequest(config: KubeConfig, request: ClusterRequest) {
  const { method, path, query = {}, body, signal } = request;
  const address = new URL(config.getCurrentCluster()!.server + path);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(key, String(value));
  }
  const context = new RequestContext(address.toString(), HttpMethod[method]);
  if (body) {
    context.setHeaderParam(
      'content-type',
      request.contentType ?? 'application/json',
    );
    context.setBody(JSON.stringify(body));
  }
  await config.applySecurityAuthentication(context);
  if (signal) context.setSignal(signal);
  const response = await httpApi.send(context).toPromise();
  if (response.httpStatusCode < 200 || response.httpStatusCode > 299) {
    throw new ApiException(
      response.httpStatusCode,
      `${method} ${path}`,
      await response.body.text(),
      response.headers,
    );
  }
  return response;
}
