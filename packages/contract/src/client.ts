import { createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { chineseOf, withChinese } from './translatedError';

type BackstageErrorBody = {
  error?: { name?: string; message?: string };
  response?: { statusCode?: number };
};

/** The typed client of a contract. @public */
export type ContractClient<C extends AnyContractRouter> =
  ContractRouterClient<C>;

/**
 * A typed client for `contract`, served under `baseUrl`.
 *
 * @remarks
 * In the browser use `plugin://<id>` with Backstage's `fetchApi.fetch`; between backends use
 * `createBackendClient` of `@caas/contract-node`. Errors arrive with the name, message and status that the
 * server gave them, in the shape that Backstage's error panels understand.
 *
 * `fetch` must hand on `signal`, the caller's own: the signal of a `Request` follows it only for as long as nobody has
 * collected a request in between, and then a call that hangs is never given up.
 *
 * @public
 */
export function createContractClient<C extends AnyContractRouter>(
  contract: C,
  options: {
    baseUrl: string;
    fetch: (request: Request, signal?: AbortSignal) => Promise<Response>;
  },
): ContractClient<C> {
  const link = new OpenAPILink(contract, {
    url: options.baseUrl,
    fetch: (request, init, { signal }) =>
      options.fetch(new Request(request, init), signal),
    customErrorResponseBodyDecoder: (body, response) =>
      decodeError(body as BackstageErrorBody | undefined, response.status),
  });
  return createORPCClient(link) as ContractClient<C>;
}

function decodeError(body: BackstageErrorBody | undefined, status: number) {
  if (!body?.error) return null;
  const name = body.error.name ?? 'Error';
  const decoded = new ORPCError(name, {
    status,
    message: body.error.message,
    data: body,
  });
  decoded.name = name;
  const chinese = chineseOf(body.error);
  if (chinese) withChinese(decoded, chinese);
  // What `ResponseErrorPanel` and `ResponseError` readers look at.
  return Object.assign(decoded, {
    statusCode: status,
    body,
    cause: { name, message: decoded.message },
  });
}
