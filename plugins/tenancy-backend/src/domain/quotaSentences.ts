import type { Quota, Resources } from '@caas/plugin-tenancy-common';
import { describeResources, leftOf } from './quota';

type Figures = Pick<Quota, 'cluster' | 'environment' | 'hard' | 'allocated'>;

/** Why an approved request cannot be given what it asks for. */
export function quotaExceededSentence(
  tenant: string,
  asked: Resources,
  quota: Figures,
): string {
  return `Tenant '${tenant}' has ${describeResources(leftOf(quota))} left on cluster '${quota.cluster}' in '${quota.environment}', of ${describeResources(quota.hard)}; this asks for ${describeResources(asked)}. Ask for less, or ask a platform administrator to raise the quota`;
}

/** Why a request can never be given what it asks for, however empty the pool is. */
export function aboveCapSentence(
  tenant: string,
  asked: Resources,
  quota: Figures,
): string {
  const isCpu = asked.cpuMillicores > quota.hard.cpuMillicores;
  return `${isCpu ? 'cpu' : 'memory'}: this asks for ${describeResources(asked)}, more than the whole quota of tenant '${tenant}' on cluster '${quota.cluster}' in '${quota.environment}', which is ${describeResources(quota.hard)} (${describeResources(leftOf(quota))} left). Ask for less, or ask a platform administrator to raise the quota`;
}

/** Why a quota of the tenants file was not taken over. */
export function loweredBelowAllocatedSentence(
  tenant: string,
  quota: Figures,
  wanted: Resources | undefined,
): string {
  const change = wanted
    ? `lowers it to ${describeResources(wanted)}`
    : 'leaves it out';
  return `The quota of tenant '${tenant}' on cluster '${quota.cluster}' in '${quota.environment}' stays at ${describeResources(quota.hard)}: the tenants file ${change}, but ${describeResources(quota.allocated)} are allocated. Delete or shrink namespaces first, then start again`;
}
