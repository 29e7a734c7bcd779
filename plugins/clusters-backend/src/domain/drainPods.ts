import type {
  DrainOptions,
  DrainPod,
  DrainPodCause,
} from '@caas/plugin-clusters-common';
import type { LiveObject } from './LiveObject';

const MIRROR = 'kubernetes.io/config.mirror';

/**
 * What a drain does with a pod of the node: the rules of `kubectl drain`.
 *
 * Pods that a DaemonSet or the kubelet itself keeps on the node would come back at once, and stay. Pods that nobody would
 * create again, or whose `emptyDir` would be lost, are refused unless somebody allowed it. What has ended may always go.
 */
export function drainPodOf(
  pod: LiveObject,
  options: Pick<DrainOptions, 'deleteEmptyDirData' | 'force'>,
): DrainPod {
  const { metadata, spec, status } = pod;
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  const known = {
    namespace: metadata.namespace!,
    name: metadata.name!,
    uid: metadata.uid!,
    workloadKind: owner?.kind,
    workload: owner?.name,
  };
  const is = (state: DrainPod['state'], cause?: DrainPodCause) => ({
    ...known,
    state,
    ...(cause && { cause }),
  });
  if (metadata.annotations?.[MIRROR] !== undefined) return is('kept', 'mirror');
  const hasEnded = ['Succeeded', 'Failed'].includes(status?.phase);
  if (owner?.kind === 'DaemonSet' && !hasEnded) return is('kept', 'daemon-set');
  if (metadata.deletionTimestamp) return is('evicting');
  if (hasEnded) return is('waiting');
  const isLost = (spec?.volumes ?? []).some(
    ({ emptyDir }: { emptyDir?: object }) => emptyDir !== undefined,
  );
  if (!owner && !options.force) return is('refused', 'unmanaged');
  if (isLost && !options.deleteEmptyDirData) return is('refused', 'empty-dir');
  if (!owner) return is('waiting', 'unmanaged');
  return isLost ? is('waiting', 'empty-dir') : is('waiting');
}

/** What a person has to allow before pods that would be lost may go, in a sentence; undefined when nothing is lost. */
export function refusalOf(
  node: string,
  pods: readonly DrainPod[],
): string | undefined {
  const named = (cause: DrainPodCause) => {
    const names = pods
      .filter(pod => pod.state === 'refused' && pod.cause === cause)
      .map(({ namespace, name }) => `'${namespace}/${name}'`);
    const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
    return names.length > 0 ? names.slice(0, 3).join(', ') + more : undefined;
  };
  const unmanaged = named('unmanaged');
  const emptyDir = named('empty-dir');
  const told = [
    unmanaged &&
      `nobody would create ${unmanaged} again: allow it with 'force', or move them first`,
    emptyDir &&
      `the emptyDir of ${emptyDir} would be lost: allow it with 'deleteEmptyDirData'`,
  ].filter(Boolean);
  return told.length > 0
    ? `Node '${node}' is not drained: ${told.join('; ')}.`
    : undefined;
}

/** What is seen of the pods now, with those that were seen before and are gone. */
export function progressOf(
  before: readonly DrainPod[],
  now: readonly DrainPod[],
): DrainPod[] {
  const here = new Set(now.map(({ uid }) => uid));
  const gone = before
    .filter(({ uid }) => !here.has(uid))
    .map(({ message: _, ...pod }) => ({ ...pod, state: 'gone' as const }));
  return [...now, ...gone].sort((one, other) =>
    `${one.namespace}/${one.name}` < `${other.namespace}/${other.name}`
      ? -1
      : 1,
  );
}

/** Whether somebody still has to go. */
export function isEmptied(pods: readonly DrainPod[]): boolean {
  return pods.every(({ state }) => state === 'gone' || state === 'kept');
}

/** `3 of 8 pods are gone; 2 wait for a disruption budget`. */
export function describeProgress(pods: readonly DrainPod[]): string {
  const count = (...states: DrainPod['state'][]) =>
    pods.filter(({ state }) => states.includes(state)).length;
  const all = pods.length - count('kept');
  const blocked = count('blocked');
  const gone = `${count('gone')} of ${all} pods are gone`;
  return blocked > 0
    ? `${gone}; ${blocked} wait for a disruption budget`
    : gone;
}
