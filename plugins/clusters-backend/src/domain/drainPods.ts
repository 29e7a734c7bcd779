import type { Bilingual } from '@caas/contract';
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
): Bilingual | undefined {
  const named = (cause: DrainPodCause): Bilingual | undefined => {
    const names = pods
      .filter(pod => pod.state === 'refused' && pod.cause === cause)
      .map(({ namespace, name }) => `'${namespace}/${name}'`);
    if (names.length === 0) return undefined;
    const first = names.slice(0, 3);
    const more = names.length - first.length;
    return {
      'zh-CN': first.join('、') + (more > 0 ? ` 等 ${names.length} 个` : ''),
      en: first.join(', ') + (more > 0 ? ` and ${more} more` : ''),
    };
  };
  const unmanaged = named('unmanaged');
  const emptyDir = named('empty-dir');
  const told: Bilingual[] = [];
  if (unmanaged) {
    told.push({
      'zh-CN': `${unmanaged['zh-CN']} 不会有人重新创建：请用 force 允许，或先移走它们`,
      en: `nobody would create ${unmanaged.en} again: allow it with 'force', or move them first`,
    });
  }
  if (emptyDir) {
    told.push({
      'zh-CN': `${emptyDir['zh-CN']} 的 emptyDir 数据会丢失：请用 deleteEmptyDirData 允许`,
      en: `the emptyDir of ${emptyDir.en} would be lost: allow it with 'deleteEmptyDirData'`,
    });
  }
  if (told.length === 0) return undefined;
  return {
    'zh-CN': `节点“${node}”没有排空：${told.map(text => text['zh-CN']).join('；')}。`,
    en: `Node '${node}' is not drained: ${told.map(text => text.en).join('; ')}.`,
  };
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
export function describeProgress(pods: readonly DrainPod[]): Bilingual {
  const count = (...states: DrainPod['state'][]) =>
    pods.filter(({ state }) => states.includes(state)).length;
  const all = pods.length - count('kept');
  const blocked = count('blocked');
  const gone = {
    'zh-CN': `${all} 个容器组中 ${count('gone')} 个已离开`,
    en: `${count('gone')} of ${all} pods are gone`,
  };
  return blocked > 0
    ? {
        'zh-CN': `${gone['zh-CN']}；${blocked} 个在等待中断预算`,
        en: `${gone.en}; ${blocked} wait for a disruption budget`,
      }
    : gone;
}
