import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf } from '../storage/ObjectStore';
import { createPod } from './createPod';
import { stamped, type StoredCondition } from './conditions';
import { childrenOf } from './ownership';
import { generatedName } from './names';
import type { Pass } from './Pass';
import { availableIn, isActive, isReady } from './podState';
import { withoutZeros, writeStatus } from './writeStatus';

/** Creates and removes pods until each ReplicaSet has its replicas. */
export function reconcileReplicaSet(pass: Pass): void {
  for (const set of pass.list('ReplicaSet')) {
    const pods = childrenOf(pass, set, 'Pod').filter(isActive);
    const wanted = set.spec?.replicas ?? 1;
    const surplus = Math.max(0, pods.length - wanted);
    for (const pod of dispensable(pods).slice(0, surplus)) {
      pass.store.remove(kindOf('Pod'), pod);
    }
    const failure = createPods(pass, set, wanted - pods.length);
    writeStatus(pass.store, set, statusOf(pass, set, failure));
  }
}

/** Pods in the order in which they go: first those that are of no use yet, then the youngest. */
function dispensable(pods: KubernetesObject[]): KubernetesObject[] {
  const use = (pod: KubernetesObject) =>
    Number(Boolean(pod.spec?.nodeName)) + Number(isReady(pod));
  const age = ({ metadata }: KubernetesObject) =>
    metadata.creationTimestamp ?? '';
  return [...pods].sort(
    (a, b) => use(a) - use(b) || age(b).localeCompare(age(a)),
  );
}

/** No more at once, as in Kubernetes: others are to get a word in. */
const BURST = 500;

/** Answers why no further pod could be created, such as an exceeded quota. */
function createPods(
  { store }: Pass,
  set: KubernetesObject,
  count: number,
): string | undefined {
  const { name, uid } = set.metadata;
  for (let index = 0; index < Math.min(count, BURST); index += 1) {
    const generateName = `${name}-`;
    const failure = createPod(store, set, {
      name: generatedName(generateName, `${uid}/${store.resourceVersion}`),
      generateName,
    });
    if (failure) return failure;
  }
  return undefined;
}

function statusOf(
  pass: Pass,
  set: KubernetesObject,
  failure: string | undefined,
) {
  const pods = childrenOf(pass, set, 'Pod').filter(isActive);
  const waits = pods.map(pod =>
    availableIn(pod, set.spec?.minReadySeconds ?? 0, pass.now),
  );
  for (const wait of waits) {
    if (wait !== undefined && wait > 0) pass.again(set, wait);
  }
  const labels: Record<string, string> =
    set.spec?.template?.metadata?.labels ?? {};
  const before = set.status?.conditions as StoredCondition[] | undefined;
  return {
    // Unlike the other counts this one is there when it is zero.
    replicas: pods.length,
    ...withoutZeros({
      fullyLabeledReplicas: pods.filter(({ metadata }) =>
        Object.keys(labels).every(
          key => metadata.labels?.[key] === labels[key],
        ),
      ).length,
      readyReplicas: pods.filter(isReady).length,
      availableReplicas: waits.filter(wait => wait === 0).length,
      observedGeneration: set.metadata.generation,
      conditions: failure && [
        stamped(
          before,
          {
            type: 'ReplicaFailure',
            status: 'True',
            reason: 'FailedCreate',
            message: failure,
          },
          pass.now,
        ),
      ],
    }),
  };
}
