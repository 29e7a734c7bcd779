import { z } from 'zod';
import {
  claimCount,
  cpuQuantity,
  formatCpu,
  formatMemory,
  memoryQuantity,
  parseCpu,
  parseMemory,
  podCount,
  quotaCpu,
  quotaMemory,
  storageQuantity,
} from './quantities';
import type { Resources } from './resources';

/**
 * What a namespace may hold, as payloads write it: Kubernetes quantities, and numbers of pieces.
 *
 * @public
 */
export const namespaceAmounts = z.object({
  cpu: cpuQuantity,
  memory: memoryQuantity,
  storage: storageQuantity,
  pods: podCount,
  persistentVolumeClaims: claimCount,
});

/** What a tenant may hold in a quota: more than one namespace may, and nothing at all. @public */
export const quotaAmounts = namespaceAmounts.extend({
  cpu: quotaCpu,
  memory: quotaMemory,
});

/** @public */
export type Amounts = z.infer<typeof namespaceAmounts>;

/** Amounts of a payload that its schema has accepted, in whole base units. @public */
export function resourcesOfAmounts(amounts: Amounts): Resources {
  return {
    // The schema has parsed the quantities already.
    cpuMillicores: parseCpu(amounts.cpu)!,
    memoryBytes: parseMemory(amounts.memory)!,
    storageBytes: parseMemory(amounts.storage)!,
    pods: amounts.pods,
    persistentVolumeClaims: amounts.persistentVolumeClaims,
  };
}

/** The normal form of amounts: each in the shortest way to write it. @public */
export function amountsOfResources(resources: Resources): Amounts {
  return {
    cpu: formatCpu(resources.cpuMillicores),
    memory: formatMemory(resources.memoryBytes),
    storage: formatMemory(resources.storageBytes),
    pods: resources.pods,
    persistentVolumeClaims: resources.persistentVolumeClaims,
  };
}
