import { parseQuantity, type Amounts } from '@caas/plugin-clusters-common';

export type CpuAndMemory = Pick<Amounts, 'cpuMillicores' | 'memoryBytes'>;

/** What a list of resources, such as the requests of a container, says; what it does not say, or garbles, is 0. */
export function amountsOf(
  resources: Record<string, string> | undefined,
): CpuAndMemory {
  return {
    cpuMillicores: Math.round((parseQuantity(resources?.cpu ?? '') ?? 0) * 1e3),
    memoryBytes: Math.round(parseQuantity(resources?.memory ?? '') ?? 0),
  };
}

export function add(one: CpuAndMemory, other: CpuAndMemory): CpuAndMemory {
  return {
    cpuMillicores: one.cpuMillicores + other.cpuMillicores,
    memoryBytes: one.memoryBytes + other.memoryBytes,
  };
}

/** The larger of each. */
export function larger(one: CpuAndMemory, other: CpuAndMemory): CpuAndMemory {
  return {
    cpuMillicores: Math.max(one.cpuMillicores, other.cpuMillicores),
    memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
  };
}

export const NOTHING: CpuAndMemory = { cpuMillicores: 0, memoryBytes: 0 };
