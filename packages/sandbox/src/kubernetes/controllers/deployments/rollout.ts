import { parseIntOrPercent } from '../intOrPercent';

/** A ReplicaSet, as far as a rollout looks at it: how many pods it is to have, and how many of them can be used. */
export type SetOfPods = { name: string; replicas: number; available: number };

export type Rollout = {
  replicas: number;
  maxSurge: number;
  maxUnavailable: number;
};

/** How far a rollout may go above and below the replicas that are wanted. */
export function rolloutOf(spec: {
  replicas?: number;
  strategy?: {
    type?: string;
    rollingUpdate?: {
      maxSurge?: number | string;
      maxUnavailable?: number | string;
    };
  };
}): Rollout {
  const { replicas = 1, strategy } = spec;
  if (strategy?.type === 'Recreate') {
    return { replicas, maxSurge: 0, maxUnavailable: 0 };
  }
  const { maxSurge = '25%', maxUnavailable = '25%' } =
    strategy?.rollingUpdate ?? {};
  const surge = parseIntOrPercent(maxSurge, replicas, Math.ceil);
  const unavailable = parseIntOrPercent(maxUnavailable, replicas, Math.floor);
  return {
    replicas,
    maxSurge: surge,
    // With neither, no rollout could ever begin.
    maxUnavailable:
      surge === 0 && unavailable === 0
        ? 1
        : Math.min(unavailable, Math.max(replicas, 1)),
  };
}

const sumOf = (sets: readonly SetOfPods[]) =>
  sets.reduce((sum, { replicas }) => sum + replicas, 0);

/** The replicas that the new set may have by now. */
export function growNew(
  { replicas, maxSurge }: Rollout,
  fresh: SetOfPods,
  old: readonly SetOfPods[],
): number {
  if (fresh.replicas >= replicas) return replicas;
  const room = replicas + maxSurge - sumOf([fresh, ...old]);
  if (room <= 0) return fresh.replicas;
  return fresh.replicas + Math.min(room, replicas - fresh.replicas);
}

/** The replicas that old sets, oldest first, keep by now. Pods that are of no use go first. */
export function shrinkOld(
  { replicas, maxUnavailable }: Rollout,
  fresh: SetOfPods,
  old: readonly SetOfPods[],
): Map<string, number> {
  const kept = new Map(old.map(set => [set.name, set.replicas]));
  const minAvailable = replicas - maxUnavailable;
  const notYet = Math.max(0, fresh.replicas - fresh.available);
  let removable = sumOf([fresh, ...old]) - minAvailable - notYet;
  if (removable <= 0) return kept;
  for (const { name, replicas: has, available } of old) {
    const useless = Math.min(removable, Math.max(0, has - available));
    kept.set(name, has - useless);
    removable -= useless;
  }
  let spare =
    [fresh, ...old].reduce((sum, set) => sum + set.available, 0) - minAvailable;
  for (const { name } of old) {
    const goes = Math.min(Math.max(spare, 0), kept.get(name)!);
    kept.set(name, kept.get(name)! - goes);
    spare -= goes;
  }
  return kept;
}

/** The replicas of all sets when the wanted number changes in the middle of a rollout: each keeps its share. */
export function shareOut(
  wanted: number,
  sets: readonly SetOfPods[],
): Map<string, number> {
  const total = sumOf(sets);
  const largestFirst = [...sets].sort((a, b) => b.replicas - a.replicas);
  const shares = new Map<string, number>();
  let left = wanted;
  for (const { name, replicas } of largestFirst) {
    const share = total === 0 ? 0 : Math.round((replicas * wanted) / total);
    const given = Math.min(left, share);
    shares.set(name, given);
    left -= given;
  }
  const [largest] = largestFirst;
  if (largest) shares.set(largest.name, shares.get(largest.name)! + left);
  return shares;
}
