import type { RowAccess } from '@caas/contract-node';
import { presentWorkload } from '../../presenters/workload';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { entityInstances } from '../../views/queries/entityInstances';
import { listInNamespaces } from '../../views/queries/listInNamespaces';
import { together } from '../../views/queries/together';
import type { Window } from '../../views/queries/pageOfGroups';
import type { Scope } from '../../views/queries/visibleNamespaces';

/** Deployments, StatefulSets and DaemonSets. */
export function workloadViews(registry: ClusterRegistry) {
  return {
    list: (query: Window & Scope & { entity?: string }, access: RowAccess) =>
      listInNamespaces(registry, query, access, {
        objectsIn: ({ view, namespace }) =>
          together(
            [view.deployments, view.statefulSets, view.daemonSets],
            namespace.name,
          ),
        isAskedFor: ({ entity }) => !query.entity || entity === query.entity,
        present: presentWorkload,
      }),
    ofEntity: ({ entity }: { entity: string }, access: RowAccess) =>
      entityInstances(registry, entity, access),
  };
}
