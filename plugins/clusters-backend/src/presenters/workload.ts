import type {
  ClusterEvent,
  CpuAndMemory,
  Pod,
  Workload,
} from '@caas/plugin-clusters-common';
import { workloadState } from '../domain/workloadState';
import type { Place } from '../views/queries/visibleNamespaces';
import type { SeenEvent } from '../views/resources/events';
import type { SeenPod } from '../views/resources/pods';
import type { SeenWorkload } from '../views/resources/workloads';
import { timeOf } from './inNamespace';

export function presentWorkload(place: Place, seen: SeenWorkload): Workload {
  return {
    ...place,
    namespace: seen.namespace,
    kind: seen.kind,
    name: seen.name,
    state: workloadState(seen),
    desired: seen.desired,
    ready: seen.ready,
    updated: seen.updated,
    images: [...seen.images],
    createdAt: timeOf(seen.createdAt),
  };
}

export function presentPod(
  place: Place,
  seen: SeenPod,
  used?: CpuAndMemory,
): Pod {
  return {
    ...place,
    namespace: seen.namespace,
    name: seen.name,
    state: seen.state,
    phase: seen.phase,
    node: seen.node,
    readyContainers: seen.ready,
    containers: seen.containers,
    restarts: seen.restarts,
    workloadKind: seen.workloadKind,
    workload: seen.workload,
    images: [...seen.images],
    requested: {
      cpuMillicores: seen.cpuMillicores,
      memoryBytes: seen.memoryBytes,
    },
    used,
    createdAt: timeOf(seen.createdAt),
  };
}

export function presentEvent(place: Place, seen: SeenEvent): ClusterEvent {
  const { name: _, at, ...told } = seen;
  return { ...place, ...told, at: timeOf(at) };
}
