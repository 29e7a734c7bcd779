import { z } from 'zod';
import { amounts, cpuAndMemory } from './amounts';
import { clusterName } from './clusterName';

/** Hard limit and current use of one resource of a ResourceQuota, as Kubernetes writes quantities. @public */
export const quotaUse = z.object({
  resource: z.string(),
  hard: z.string(),
  used: z.string(),
});

/** @public */
export type QuotaUse = z.infer<typeof quotaUse>;

/** A namespace as it stands on its cluster. @public */
export const namespaceView = z.object({
  cluster: clusterName,
  name: z.string(),
  /** Code of the tenant in its label `caas.io/tenant`; undefined for namespaces of the platform. */
  tenant: z.string().optional(),
  environment: z.string().optional(),
  phase: z.string(),
  quotas: z.array(quotaUse),
  /** What its pods have asked for, and use; the latter is missing while the cluster has no metrics. */
  requested: amounts,
  used: cpuAndMemory.optional(),
  createdAt: z.string().optional(),
});

/** @public */
export type NamespaceView = z.infer<typeof namespaceView>;
