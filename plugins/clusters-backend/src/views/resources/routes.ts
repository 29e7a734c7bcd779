import type { Route } from '@caas/plugin-clusters-common';
import { servingStateOf } from '../../domain/servingState';
import type { Watched } from '../Mirror';
import {
  conditionOf,
  first,
  keepMetadata,
  sentenceOf,
  type Trimmed,
} from './trimmed';

/** What a view keeps of an HTTPRoute. */
export type SeenRoute = Trimmed<Route>;

export const ROUTES: Watched<SeenRoute> = {
  path: '/apis/gateway.networking.k8s.io/v1/httproutes',
  trim: ({ metadata, spec, status }, interner) => {
    const parents = first<{ conditions?: Condition[] }>(status?.parents);
    const refusal = parents
      .flatMap(({ conditions }) => conditions ?? [])
      .find(isRefusal);
    const accepted = conditionOf(parents[0]?.conditions, 'Accepted');
    return {
      ...keepMetadata(metadata, interner),
      state: servingStateOf(refusal ?? accepted),
      reason: sentenceOf(refusal),
      hostnames: first<string>(spec?.hostnames),
      gateways: first<Parent>(spec?.parentRefs).map(
        ({ namespace = metadata.namespace, name }) => `${namespace}/${name}`,
      ),
      rules: first<Rule>(spec?.rules).flatMap(({ matches, backendRefs }) =>
        first(matches ?? [{}]).map(match => ({
          path: describeMatch(match),
          backends: first(backendRefs).map(backend => ({
            name: nameOfBackend(backend, metadata.namespace),
            weight: backend.weight,
          })),
        })),
      ),
    };
  },
};

type Condition = {
  type: string;
  status: string;
  reason?: string;
  message?: string;
};
type Parent = { namespace?: string; name: string };
type Match = {
  path?: { type?: string; value?: string };
  method?: string;
  headers?: { name: string; value: string }[];
};
type Rule = {
  matches?: Match[];
  backendRefs?: Backend[];
};
type Backend = {
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
};

/** `shop:80`; `other/shop:80` when the Service stands in another namespace than the route. */
function nameOfBackend(
  { name, namespace, port }: Backend,
  own: string | undefined,
): string {
  const foreign = namespace && namespace !== own ? `${namespace}/` : '';
  return `${foreign}${port ? `${name}:${port}` : name}`;
}

/** A controller does not take the route, or does not find where it leads. */
function isRefusal({ type, status }: Condition): boolean {
  return status === 'False' && ['Accepted', 'ResolvedRefs'].includes(type);
}

/** What a request must be like: `GET /api`, `/ x-canary: yes`. */
function describeMatch({ path, method, headers }: Match): string {
  return [
    method,
    path?.value ?? '/',
    ...first(headers).map(({ name, value }) => `${name}: ${value}`),
  ]
    .filter(Boolean)
    .join(' ');
}
