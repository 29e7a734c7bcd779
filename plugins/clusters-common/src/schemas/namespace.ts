import { z } from 'zod';
import { clusterName } from './cluster';

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
  createdAt: z.string().optional(),
});

/** @public */
export type NamespaceView = z.infer<typeof namespaceView>;
