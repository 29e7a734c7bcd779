import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator } from '../access/Authenticator';
import { methodNotAllowed } from '../api/ApiError';
import type { ResourceService } from '../api/ResourceService';
import { evict } from '../eviction/evict';
import { serveLog } from '../logs/serveLog';
import type { ObjectStore } from '../storage/ObjectStore';
import { readBody, type Target } from './request';
import { changeScale, scaleOf } from './scale';
import { send } from './send';
import { answerToken } from './tokenRequest';
import { contentType, deleteOptions, writeOptions } from './writeRequest';

type Context = {
  store: ObjectStore;
  resources: ResourceService;
  authenticator: Authenticator;
};

const OWN_FORM = ['scale', 'log', 'eviction', 'token'];

/** Whether the address is that of a subresource which is not the object itself, as its status is. */
export function hasOwnForm({ subresource = '' }: Target): boolean {
  return OWN_FORM.includes(subresource);
}

/** Answers at the address of a subresource that has a form of its own. */
export async function serveSubresource(
  context: Context,
  target: Target,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { store, resources, authenticator } = context;
  const { kind, namespace, name = '', subresource } = target;
  const { method = 'GET' } = request;
  switch (`${method} ${subresource}`) {
    case 'GET log':
      return serveLog(store, target, query, response);
    case 'GET scale':
      return send(response, 200, scaleOf(store.get(kind, namespace, name)));
    case 'PUT scale':
    case 'PATCH scale': {
      const body = await readBody(request);
      const before = store.get(kind, namespace, name);
      const patchType = method === 'PATCH' ? contentType(request) : undefined;
      const options = writeOptions(target, query, request);
      const change = { patchType, body };
      const at = { kind, before };
      return send(response, 200, changeScale(resources, at, change, options));
    }
    case 'POST eviction': {
      const body = await readBody(request);
      const options = deleteOptions(query, body?.deleteOptions);
      return send(response, 201, evict(context, target, body, options));
    }
    case 'POST token': {
      const body = await readBody(request);
      const account = store.get(kind, namespace, name);
      return send(response, 201, answerToken(authenticator, account, body));
    }
    default:
      throw methodNotAllowed();
  }
}
