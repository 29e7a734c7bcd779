import { z } from 'zod';

/** Name of a cluster in the registry: a Kubernetes label of at most 63 characters. @public */
export const clusterName = z
  .string()
  .trim()
  .min(1, 'Name a cluster')
  .max(63, 'A cluster name has at most 63 characters');
