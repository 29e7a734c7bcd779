import type { RowAccess } from '@caas/contract-node';
import type { ClusterRegistry } from '../ClusterRegistry';
import type { ClusterView } from '../ClusterView';
import { findCluster } from './findCluster';
import { byName, pageOfGroups, type Page, type Window } from './pageOfGroups';
import {
  visibleNamespaces,
  type Place,
  type Scope,
  type VisibleNamespace,
} from './visibleNamespaces';

/** The namespaces that somebody asks for and may see. */
export function namespacesOf(
  registry: ClusterRegistry,
  scope: Scope,
  access: RowAccess,
): Iterable<VisibleNamespace> {
  if (scope.cluster) findCluster(registry, scope.cluster);
  return visibleNamespaces(registry.clusters, scope, access);
}

/** One page of what stands in the namespaces that somebody asks for and may see: by cluster, namespace and name. */
export function listInNamespaces<T extends { name: string }, V>(
  registry: ClusterRegistry,
  query: Scope & Window,
  access: RowAccess,
  resource: {
    objectsIn(visible: VisibleNamespace): Iterable<T>;
    isAskedFor?(object: T): boolean;
    present(place: Place, object: T, view: ClusterView): V;
  },
): Page<V> {
  const { objectsIn, isAskedFor = () => true, present } = resource;
  const groups = [...namespacesOf(registry, query, access)].map(visible =>
    [...objectsIn(visible)]
      .filter(isAskedFor)
      .map(object => ({ ...visible, object })),
  );
  const { items, totalCount } = pageOfGroups(
    groups,
    query,
    ({ object: one }, { object: other }) => byName(one, other),
  );
  return {
    items: items.map(({ place, object, view }) => present(place, object, view)),
    totalCount,
  };
}
