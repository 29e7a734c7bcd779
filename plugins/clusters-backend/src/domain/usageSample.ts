import type { CpuAndMemory } from '@caas/plugin-clusters-common';

/** Whose use: of a cluster, or of a namespace of a tenant on it. */
export type UsageSubject = {
  cluster: string;
  namespace?: string;
  tenant?: string;
};

/** The highest use of one interval. */
export type UsageSample = {
  /** When the interval begins. */
  at: Date;
  requested: CpuAndMemory;
  used?: CpuAndMemory;
  allocatable?: CpuAndMemory;
};

/** Length of an interval, and how long it is kept. */
export const CLUSTER_SAMPLES = { intervalSeconds: 300, keptDays: 14 };
/** A day more than two weeks: the peak of two weeks never misses the hour that is being deleted. */
export const NAMESPACE_SAMPLES = { intervalSeconds: 3600, keptDays: 15 };

/** When the interval began that this time is in. */
export function intervalOf(time: Date, intervalSeconds: number): Date {
  const length = intervalSeconds * 1000;
  return new Date(Math.floor(time.getTime() / length) * length);
}

/** The higher of each, of what is known. */
export function highest(
  one: CpuAndMemory | undefined,
  other: CpuAndMemory | undefined,
): CpuAndMemory | undefined {
  if (!one || !other) return one ?? other;
  return {
    cpuMillicores: Math.max(one.cpuMillicores, other.cpuMillicores),
    memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
  };
}

/** Samples in the order of their time, as at most `most` intervals: the highest of those that fall together. */
export function condense(
  samples: UsageSample[],
  options: { from: Date; to: Date; intervalSeconds: number; most: number },
): { intervalSeconds: number; samples: UsageSample[] } {
  const { from, to, most } = options;
  const seconds = (to.getTime() - from.getTime()) / 1000;
  const factor = Math.ceil(seconds / options.intervalSeconds / most);
  const intervalSeconds = options.intervalSeconds * Math.max(factor, 1);
  const condensed = new Map<number, UsageSample>();
  for (const { at, requested, used, allocatable } of samples) {
    const begin = intervalOf(at, intervalSeconds);
    const known = condensed.get(begin.getTime());
    condensed.set(begin.getTime(), {
      at: begin,
      requested: highest(requested, known?.requested)!,
      used: highest(used, known?.used),
      allocatable: highest(allocatable, known?.allocatable),
    });
  }
  return { intervalSeconds, samples: [...condensed.values()] };
}
