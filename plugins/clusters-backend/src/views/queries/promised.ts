import type { Amounts } from '@caas/plugin-clusters-common';
import type { Collection } from '../Collection';
import type { SeenPod } from '../resources/pods';

/** What the pods of a cluster have asked for, added up in every way that a screen asks for. */
export type Promised = {
  /** By node; under the empty name, what no node has taken yet. */
  byNode: ReadonlyMap<string, Amounts>;
  byNamespace: ReadonlyMap<string, Amounts>;
  /** Pods in each phase. */
  phases: ReadonlyMap<string, number>;
};

/** Pods in these phases have given back what they had asked for. */
const OVER = ['Succeeded', 'Failed'];

type Kept = { version: number; promised: Promised };

/** Kept as long as the pods are, and as nothing about them changes. */
const kept = new WeakMap<Collection<SeenPod>, Kept>();

/** What pods have asked for: one pass over them, and none while they do not change. */
export function promisedTo(pods: Collection<SeenPod>): Promised {
  const { version } = pods;
  const last = kept.get(pods);
  if (last?.version === version) return last.promised;
  const promised = addUp(pods.all());
  kept.set(pods, { version, promised });
  return promised;
}

function addUp(pods: Iterable<SeenPod>): Promised {
  const byNode = new Map<string, Amounts>();
  const byNamespace = new Map<string, Amounts>();
  const phases = new Map<string, number>();
  for (const pod of pods) {
    phases.set(pod.phase, (phases.get(pod.phase) ?? 0) + 1);
    if (OVER.includes(pod.phase)) continue;
    addTo(byNode, pod.node ?? '', pod);
    addTo(byNamespace, pod.namespace, pod);
  }
  return { byNode, byNamespace, phases };
}

function addTo(
  sums: Map<string, Amounts>,
  key: string,
  { cpuMillicores, memoryBytes }: SeenPod,
): void {
  const sum = sums.get(key);
  if (sum) {
    sum.cpuMillicores += cpuMillicores;
    sum.memoryBytes += memoryBytes;
    sum.pods += 1;
  } else {
    sums.set(key, { cpuMillicores, memoryBytes, pods: 1 });
  }
}
