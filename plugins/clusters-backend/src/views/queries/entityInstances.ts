import type { RowAccess } from '@caas/contract-node';
import {
  MAX_INSTANCE_PLACES,
  MAX_INSTANCE_WORKLOADS,
  type EntityInstances,
  type InstancePlace,
} from '@caas/plugin-clusters-common';
import { presentWorkload } from '../../presenters/workload';
import type { ClusterRegistry } from '../ClusterRegistry';
import type { SeenPod } from '../resources/pods';
import { together } from './together';
import { visibleNamespaces, type VisibleNamespace } from './visibleNamespaces';

/**
 * What runs of an entity: a row for each namespace, however many pods there are. Pods are counted in one pass and never
 * copied, so that a service of thousands costs no more than one of three.
 */
export function entityInstances(
  registry: ClusterRegistry,
  entity: string,
  access: RowAccess,
): EntityInstances {
  const places: InstancePlace[] = [];
  let placeCount = 0;
  let podCount = 0;
  for (const visible of visibleNamespaces(registry.clusters, {}, access)) {
    const place = instancesIn(visible, entity);
    if (!place) continue;
    placeCount += 1;
    podCount += place.podCount;
    if (places.length < MAX_INSTANCE_PLACES) places.push(place);
  }
  return {
    places,
    placeCount,
    podCount,
    // Whoever may see nothing is not told of clusters either.
    unreachable: access.filter === 'none' ? [] : unreachableIn(registry),
  };
}

function instancesIn(
  { view, namespace, place }: VisibleNamespace,
  entity: string,
): InstancePlace | undefined {
  const workloads = together(
    [view.deployments, view.statefulSets, view.daemonSets],
    namespace.name,
  )
    .filter(each => each.entity === entity)
    .slice(0, MAX_INSTANCE_WORKLOADS);
  const pods = countOf(view.pods.seen.in(namespace.name), entity);
  if (workloads.length === 0 && pods.podCount === 0) return undefined;
  return {
    ...place,
    namespace: namespace.name,
    environment: namespace.environment,
    workloads: workloads.map(each => presentWorkload(place, each)),
    ...pods,
  };
}

function countOf(pods: Iterable<SeenPod>, entity: string) {
  const count = {
    podCount: 0,
    readyPodCount: 0,
    restarts: 0,
    podStates: {} as Record<string, number>,
  };
  for (const pod of pods) {
    if (pod.entity !== entity) continue;
    count.podCount += 1;
    count.restarts += pod.restarts;
    if (pod.containers > 0 && pod.ready === pod.containers) {
      count.readyPodCount += 1;
    }
    count.podStates[pod.state] = (count.podStates[pod.state] ?? 0) + 1;
  }
  return count;
}

function unreachableIn({ clusters }: ClusterRegistry) {
  return clusters.flatMap(({ definition, view }) => {
    const { state, since, reason } = view.status;
    return state === 'connected'
      ? []
      : [
          {
            cluster: definition.name,
            state,
            since: since.toISOString(),
            reason,
          },
        ];
  });
}
