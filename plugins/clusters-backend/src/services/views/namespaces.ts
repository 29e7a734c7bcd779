import type { RowAccess } from '@caas/contract-node';
import { presentNamespace } from '../../presenters/cluster';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { namespacesOf } from '../../views/queries/listInNamespaces';
import type { Window } from '../../views/queries/pageOfGroups';

/** Namespaces with their quotas. */
export function namespaceViews(registry: ClusterRegistry) {
  return {
    list(
      query: Window & { cluster?: string; tenant?: string; name?: string },
      access: RowAccess,
    ) {
      const { name: namespace, limit, offset, ...scope } = query;
      const visible = [
        ...namespacesOf(registry, { ...scope, namespace }, access),
      ];
      return {
        items: visible.slice(offset, offset + limit).map(presentNamespace),
        totalCount: visible.length,
      };
    },
  };
}
