import { fieldMatcher, labelMatcher } from '../api/selectors';
import { badRequest } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';

export function matcher(
  query: URLSearchParams,
): (object: KubernetesObject) => boolean {
  const labels = query.get('labelSelector');
  const fields = query.get('fieldSelector');
  const byLabels = labels ? labelMatcher(labels) : () => true;
  const byFields = fields ? fieldMatcher(fields) : () => true;
  return object => byLabels(object) && byFields(object);
}

/** `limit` and `continue`: the token is the offset and the version of the first page. */
export function paginate(
  objects: KubernetesObject[],
  query: URLSearchParams,
  resourceVersion: string,
) {
  const limit = Number(query.get('limit') ?? 0) || objects.length;
  const token = query.get('continue');
  const [version, start] = token ? readToken(token) : [resourceVersion, 0];
  const items = objects.slice(start, start + limit);
  const rest = objects.length - start - items.length;
  const next = Buffer.from(
    JSON.stringify([version, start + items.length]),
  ).toString('base64url');
  return {
    items,
    metadata: {
      resourceVersion: version,
      ...(rest > 0 && { continue: next, remainingItemCount: rest }),
    },
  };
}

function readToken(token: string): [version: string, start: number] {
  const text = Buffer.from(token, 'base64url').toString();
  const [, version, start] = /^\["(\d+)",(\d+)\]$/.exec(text) ?? [];
  if (!version) throw badRequest(`continue key is not valid: ${token}`);
  return [version, Number(start)];
}
