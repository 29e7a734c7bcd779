import type { IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import { badRequest, ApiError } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import { decodeObject, PROTOBUF } from '../protobuf/decodeObject';
import type { KindRegistry } from '../storage/KindRegistry';

/** Where a path of the API leads. */
export type Target = {
  kind: ResourceKind;
  namespace?: string;
  name?: string;
  subresource?: string;
};

const API_PATH =
  /^\/(?:api\/(?<core>v1)|apis\/(?<group>[^/]+)\/(?<version>[^/]+))(?:\/namespaces\/(?<namespace>[^/]+))?\/(?<plural>[^/]+)(?:\/(?<name>[^/]+))?(?:\/(?<subresource>[^/]+))?$/;

/** Reads a path such as `/apis/apps/v1/namespaces/x/deployments/y/scale`; undefined when it names no kind of ours. */
export function parseTarget(
  kinds: KindRegistry,
  pathname: string,
): Target | undefined {
  // `/api/v1/namespaces/x` is the namespace itself, `/api/v1/namespaces/x/status` its subresource.
  const own = /^\/api\/v1\/namespaces\/([^/]+)(?:\/(status|finalize))?$/.exec(
    pathname,
  );
  if (own) {
    return {
      kind: kinds.find('', 'v1', 'namespaces')!,
      name: decode(own[1]),
      subresource: own[2],
    };
  }
  const groups = API_PATH.exec(pathname)?.groups;
  if (!groups) return undefined;
  const kind = kinds.find(
    groups.group ?? '',
    groups.core ?? groups.version,
    groups.plural,
  );
  if (!kind || (groups.namespace && !kind.namespaced)) return undefined;
  const subresource = kind.subresources.find(
    each => each === groups.subresource,
  );
  if (groups.subresource && !subresource) return undefined;
  return {
    kind,
    namespace: groups.namespace && decode(groups.namespace),
    name: groups.name && decode(groups.name),
    subresource,
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`the path has a broken escape: '${segment}'`);
  }
}

/** The largest body that a real API server takes. */
const MAX_BODY_BYTES = 3 * 1024 * 1024;

/** The body as JSON; YAML and Protobuf are taken where the content type says so. */
export async function readBody(request: IncomingMessage): Promise<any> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new ApiError(
        413,
        'RequestEntityTooLarge',
        `limit is ${MAX_BODY_BYTES}`,
      );
    }
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const text = body.toString('utf8');
  if (!text) return undefined;
  const type = request.headers['content-type'] ?? 'application/json';
  if (type.startsWith(PROTOBUF)) return decodeObject(body);
  if (!/json|yaml/.test(type)) {
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf',
    );
  }
  try {
    return type.includes('yaml') ? parseYaml(text) : JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `the object provided is unrecognized (must be of type Object): ${(error as Error).message}`,
    );
  }
}

export const unknownPath = () =>
  new ApiError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
