import type { ServerResponse } from 'node:http';
import { methodNotAllowed, notFound } from '../api/ApiError';
import { apiVersionOf } from '../api/kinds';
import { matcher } from '../server/listRequest';
import type { Target } from '../server/request';
import { send } from '../server/send';
import type { ObjectStore } from '../storage/ObjectStore';
import { measure } from './measure';

/** Answers what is used now; figures can be read, and nothing else. */
export function serveMetrics(
  store: ObjectStore,
  { kind, namespace, name }: Target,
  query: URLSearchParams,
  method: string,
  response: ServerResponse,
): void {
  const watches = ['true', '1'].includes(query.get('watch') ?? '');
  if (method !== 'GET' || watches) throw methodNotAllowed();
  const measured = measure(store, kind, namespace);
  if (name) {
    const found = measured.find(({ metadata }) => metadata.name === name);
    if (!found) throw notFound(kind, name);
    return send(response, 200, found);
  }
  return send(response, 200, {
    kind: `${kind.kind}List`,
    apiVersion: apiVersionOf(kind),
    metadata: {},
    items: measured
      .filter(matcher(kind, query))
      .map(({ kind: _, apiVersion: __, ...item }) => item),
  });
}
