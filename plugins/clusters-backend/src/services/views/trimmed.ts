import type { RowAccess } from '@caas/contract-node';
import { presentTrimmed } from '../../presenters/inNamespace';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import type { ClusterView } from '../../views/ClusterView';
import type { Collection } from '../../views/Collection';
import { listInNamespaces } from '../../views/queries/listInNamespaces';
import { together } from '../../views/queries/together';
import type { Window } from '../../views/queries/pageOfGroups';
import type { Scope } from '../../views/queries/visibleNamespaces';

/** Lists of what is kept as it is shown; of several collections, such as Jobs and CronJobs, as one. */
export function trimmedViews<
  T extends { name: string; namespace: string; createdAt: number },
>(
  registry: ClusterRegistry,
  collections: (view: ClusterView) => { seen: Collection<T> }[],
) {
  return {
    list: (query: Window & Scope, access: RowAccess) =>
      listInNamespaces(registry, query, access, {
        objectsIn: ({ view, namespace }) =>
          together(collections(view), namespace.name),
        present: presentTrimmed<T>,
      }),
  };
}
