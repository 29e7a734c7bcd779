import type { RowAccess } from '@caas/contract-node';
import { presentPod } from '../../presenters/workload';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { listInNamespaces } from '../../views/queries/listInNamespaces';
import type { Window } from '../../views/queries/pageOfGroups';
import type { Scope } from '../../views/queries/visibleNamespaces';

type PodQuery = Window &
  Scope & {
    entity?: string;
    node?: string;
    workloadKind?: string;
    workload?: string;
  };

/** What runs. */
export function podViews(registry: ClusterRegistry) {
  return {
    list: (query: PodQuery, access: RowAccess) =>
      listInNamespaces(registry, query, access, {
        objectsIn: ({ view, namespace }) => view.pods.seen.in(namespace.name),
        isAskedFor: pod =>
          (!query.entity || pod.entity === query.entity) &&
          (!query.node || pod.node === query.node) &&
          (!query.workloadKind || pod.workloadKind === query.workloadKind) &&
          (!query.workload || pod.workload === query.workload),
        present: (place, pod, view) =>
          presentPod(
            place,
            pod,
            view.usage.seen?.namespaces.get(pod.namespace)?.pods.get(pod.name),
          ),
      }),
  };
}
