import type { RowAccess } from '@caas/contract-node';
import { presentEvent } from '../../presenters/workload';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { namespacesOf } from '../../views/queries/listInNamespaces';
import { byName } from '../../views/byName';
import { pageOfGroups, type Window } from '../../views/queries/pageOfGroups';
import type { Scope } from '../../views/queries/visibleNamespaces';

/** What happened lately, the latest first. */
export function eventViews(registry: ClusterRegistry) {
  return {
    list(query: Window & Scope & { object?: string }, access: RowAccess) {
      const events = [...namespacesOf(registry, query, access)].flatMap(
        ({ place, view, namespace }) =>
          [...view.events.seen.in(namespace.name)]
            .filter(({ object }) => !query.object || object === query.object)
            .map(event => ({ place, event })),
      );
      const { items, totalCount } = pageOfGroups(
        [events],
        query,
        ({ event: one }, { event: other }) =>
          other.at - one.at || byName(one, other),
      );
      return {
        items: items.map(({ place, event }) => presentEvent(place, event)),
        totalCount,
      };
    },
  };
}
