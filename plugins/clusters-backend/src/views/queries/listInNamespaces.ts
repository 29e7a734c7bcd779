import type { RowAccess } from '@caas/contract-node';
import type { ClusterRegistry } from '../ClusterRegistry';
import type { ClusterView } from '../ClusterView';
import { findCluster } from './findCluster';
import type { Page, Window } from './pageOfGroups';
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
export function listInNamespaces<T, V>(
  registry: ClusterRegistry,
  query: Scope & Window,
  access: RowAccess,
  resource: {
    /** By name. */
    objectsIn(visible: VisibleNamespace): readonly T[];
    isAskedFor?(object: T): boolean;
    present(place: Place, object: T, view: ClusterView): V;
  },
): Page<V> {
  const { objectsIn, isAskedFor = () => true, present } = resource;
  const { limit, offset } = query;
  const items: V[] = [];
  let totalCount = 0;
  for (const visible of namespacesOf(registry, query, access)) {
    const { place, view } = visible;
    for (const object of objectsIn(visible)) {
      if (!isAskedFor(object)) continue;
      if (totalCount >= offset && items.length < limit) {
        items.push(present(place, object, view));
      }
      totalCount += 1;
    }
  }
  return { items, totalCount };
}
