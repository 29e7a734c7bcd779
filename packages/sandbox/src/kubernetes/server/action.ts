import type { Action } from '../access/rules';
import type { Target } from './request';
import type { Review } from './reviews';

const VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** What a request wants to do, as roles name it. */
export function actionOf(asked: {
  method: string;
  pathname: string;
  target: Target | undefined;
  review: Review | undefined;
  query: URLSearchParams;
}): Action {
  const { method, pathname, target, review, query } = asked;
  if (review) return { verb: VERBS[method] ?? 'get', ...review };
  if (!target) return { verb: method.toLowerCase(), path: pathname };
  const { kind, namespace, name, subresource } = target;
  return {
    verb: verbOf(method, name, query),
    group: kind.group,
    resource: subresource ? `${kind.plural}/${subresource}` : kind.plural,
    // The namespace itself counts as lying in itself.
    namespace: kind.kind === 'Namespace' ? name : namespace,
    name,
  };
}

function verbOf(
  method: string,
  name: string | undefined,
  query: URLSearchParams,
): string {
  if (method === 'GET' || method === 'HEAD') {
    if (['true', '1'].includes(query.get('watch') ?? '')) return 'watch';
    return name ? 'get' : 'list';
  }
  if (method === 'DELETE' && !name) return 'deletecollection';
  return VERBS[method] ?? method.toLowerCase();
}
