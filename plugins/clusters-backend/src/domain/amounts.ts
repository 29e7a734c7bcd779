import type { Amounts, CpuAndMemory } from '@caas/plugin-clusters-common';

export const NO_AMOUNTS: Amounts = {
  cpuMillicores: 0,
  memoryBytes: 0,
  pods: 0,
};

export function addAmounts(one: Amounts, other: Amounts): Amounts {
  return {
    cpuMillicores: one.cpuMillicores + other.cpuMillicores,
    memoryBytes: one.memoryBytes + other.memoryBytes,
    pods: one.pods + other.pods,
  };
}

/** The sum of what is known; nothing when nothing is. */
export function addKnown(
  one: CpuAndMemory | undefined,
  other: CpuAndMemory | undefined,
): CpuAndMemory | undefined {
  if (!one || !other) return one ?? other;
  return {
    cpuMillicores: one.cpuMillicores + other.cpuMillicores,
    memoryBytes: one.memoryBytes + other.memoryBytes,
  };
}
