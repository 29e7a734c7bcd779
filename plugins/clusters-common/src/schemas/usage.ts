import { z } from 'zod';
import { amounts, cpuAndMemory } from './amounts';
import { clusterName } from './clusterName';

/** Use at one time: the highest of its interval. @public */
export const usagePoint = z.object({
  /** When the interval begins; ISO 8601. */
  at: z.string(),
  /** What nodes give; of a whole cluster only. */
  allocatable: cpuAndMemory.optional(),
  requested: cpuAndMemory,
  /** Missing where the cluster had no metrics. */
  used: cpuAndMemory.optional(),
});

/** @public */
export type UsagePoint = z.infer<typeof usagePoint>;

/** Use over time of a cluster or a namespace. @public */
export const usageHistory = z.object({
  /** Length of each interval. */
  intervalSeconds: z.number().int(),
  /** The highest of all that is kept, up to two weeks; missing while nothing is. */
  peak: z
    .object({ requested: cpuAndMemory, used: cpuAndMemory.optional() })
    .optional(),
  points: z.array(usagePoint),
});

/** @public */
export type UsageHistory = z.infer<typeof usageHistory>;

const share = {
  namespaceCount: z.number().int(),
  /** What the quotas of the namespaces allow to ask for; only CPU and memory that a quota names. */
  hard: cpuAndMemory,
  /** What the pods have asked for. */
  requested: amounts,
  /** Missing where no cluster has metrics. */
  used: cpuAndMemory.optional(),
};

/** What a tenant has, has asked for and uses. @public */
export const tenantUsage = z.object({
  /** Code in the label `caas.io/tenant`; undefined for the platform's own namespaces. */
  tenant: z.string().optional(),
  ...share,
  clusters: z.array(z.object({ cluster: clusterName, ...share })),
});

/** @public */
export type TenantUsage = z.infer<typeof tenantUsage>;
