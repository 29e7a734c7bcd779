import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { Pass } from '../Pass';
import { availableIn, isActive } from '../podState';
import { withoutZeros } from '../writeStatus';
import { isHealthy, isOfRevision } from './replicas';

/** What a StatefulSet says of its pods. */
export function statefulSetStatus(
  pass: Pass,
  set: KubernetesObject,
  pods: readonly KubernetesObject[],
  revisions: { current: string; update: string },
) {
  const active = pods.filter(isActive);
  const waits = active.map(pod =>
    availableIn(pod, set.spec?.minReadySeconds ?? 0, pass.now),
  );
  for (const wait of waits) {
    if (wait !== undefined && wait > 0) pass.again(set, wait);
  }
  const ready = active.filter(isHealthy).length;
  const ofRevision = (name: string) =>
    active.filter(pod => isOfRevision(pod, name)).length;
  const updated = ofRevision(revisions.update);
  const isComplete =
    set.spec?.updateStrategy?.type !== 'OnDelete' &&
    updated === active.length &&
    ready === active.length;
  const current = isComplete ? revisions.update : revisions.current;
  return {
    observedGeneration: set.metadata.generation,
    replicas: active.length,
    availableReplicas: waits.filter(wait => wait === 0).length,
    collisionCount: 0,
    currentRevision: current,
    updateRevision: revisions.update,
    ...withoutZeros({
      readyReplicas: ready,
      currentReplicas: isComplete ? updated : ofRevision(current),
      updatedReplicas: updated,
    }),
  };
}
