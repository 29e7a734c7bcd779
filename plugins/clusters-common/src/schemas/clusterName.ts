import { says } from '@caas/contract';
import { z } from 'zod';

/** Name of a cluster in the registry: a Kubernetes label of at most 63 characters. @public */
export const clusterName = z
  .string()
  .trim()
  .min(1, says('Name a cluster', '请填写集群名称'))
  .max(
    63,
    says('A cluster name has at most 63 characters', '集群名称最多 63 个字符'),
  );
