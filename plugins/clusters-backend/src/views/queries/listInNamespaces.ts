import type { RowAccess } from '@caas/contract-node';
import type { ClusterRegistry } from '../ClusterRegistry';
import type { ClusterView } from '../ClusterView';
import { findCluster } from './findCluster';
import { byName, type Page, type Window } from './pageOfGroups';
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
  const items: V[] = [];
  let totalCount = 0;
  for (const visible of namespacesOf(registry, query, access)) {
    const { place, view } = visible;
    const found: T[] = [];
    for (const object of objectsIn(visible)) {
      if (isAskedFor(object)) found.push(object);
    }
    const from = Math.max(query.offset - totalCount, 0);
    const missing = query.limit - items.length;
    if (missing > 0 && from < found.length) {
      // What is in order already costs one look at each.
      const page = found.sort(byName).slice(from, from + missing);
      for (const object of page) items.push(present(place, object, view));
    }
    totalCount += found.length;
  }
  return { items, totalCount };
}
