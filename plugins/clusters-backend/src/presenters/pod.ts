import type { PodDetail } from '@caas/plugin-clusters-common';
import type { LiveObject } from '../domain/LiveObject';
import { containersOf } from '../domain/podContainers';
import type { Place } from '../views/queries/visibleNamespaces';
import type { SeenPod } from '../views/resources/pods';
import { presentPod } from './workload';

type Condition = {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
};

/** What the view has seen of a pod, with what its cluster tells of it now. */
export function presentPodDetail(
  place: Place,
  seen: SeenPod,
  live: LiveObject,
): PodDetail {
  return {
    ...presentPod(place, seen),
    containerList: containersOf(live),
    conditions: (live.status?.conditions ?? []).map(
      ({ type, status, reason, message, lastTransitionTime }: Condition) => ({
        type,
        status,
        reason,
        message,
        since: lastTransitionTime ?? undefined,
      }),
    ),
  };
}
