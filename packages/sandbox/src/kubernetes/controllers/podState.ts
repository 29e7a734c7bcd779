import type { KubernetesObject } from '../storage/KubernetesObject';

type PodCondition = {
  type: string;
  status: string;
  lastTransitionTime?: string;
};

/** When a pod became ready; undefined while it is not. */
function readySince(pod: KubernetesObject): number | undefined {
  const conditions = (pod.status?.conditions ?? []) as PodCondition[];
  const ready = conditions.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True') return undefined;
  return Date.parse(ready.lastTransitionTime ?? '') || 0;
}

export function isReady(pod: KubernetesObject): boolean {
  return readySince(pod) !== undefined;
}

/** Milliseconds until a pod has been ready for as long as its owner wants; 0 is now, undefined is not in sight. */
export function availableIn(
  pod: KubernetesObject,
  minReadySeconds: number,
  now: Date,
): number | undefined {
  const since = readySince(pod);
  if (since === undefined) return undefined;
  return Math.max(0, since + minReadySeconds * 1000 - now.getTime());
}

/** Whether a pod runs or is to run: one that is over, or is going, is replaced. */
export function isActive({ metadata, status }: KubernetesObject): boolean {
  return (
    !metadata.deletionTimestamp &&
    status?.phase !== 'Succeeded' &&
    status?.phase !== 'Failed'
  );
}
