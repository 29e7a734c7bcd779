import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isActive, isReady } from '../podState';

export const REVISION_LABEL = 'controller-revision-hash';

/** What a StatefulSet is to have, and has, ordinal by ordinal. */
export type Replicas = {
  /** The first ordinal, and the one behind the last. */
  first: number;
  end: number;
  pods: ReadonlyMap<number, KubernetesObject>;
};

export function replicasOf(
  set: KubernetesObject,
  pods: readonly KubernetesObject[],
): Replicas {
  const first = set.spec?.ordinals?.start ?? 0;
  const own = pods.flatMap(pod => {
    const ordinal = ordinalOf(set, pod);
    return ordinal === undefined ? [] : [[ordinal, pod] as const];
  });
  return {
    first,
    end: first + (set.spec?.replicas ?? 1),
    pods: new Map(own),
  };
}

function ordinalOf(
  set: KubernetesObject,
  { metadata }: KubernetesObject,
): number | undefined {
  const prefix = `${set.metadata.name}-`;
  const rest = metadata.name.slice(prefix.length);
  if (!metadata.name.startsWith(prefix) || !/^\d+$/.test(rest)) {
    return undefined;
  }
  return Number(rest);
}

export function isHealthy(pod: KubernetesObject | undefined): boolean {
  return pod !== undefined && isActive(pod) && isReady(pod);
}

export function isOfRevision(
  pod: KubernetesObject,
  revision: string | undefined,
): boolean {
  return pod.metadata.labels?.[REVISION_LABEL] === revision;
}
