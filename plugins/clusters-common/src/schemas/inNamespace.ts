import { z } from 'zod';
import { clusterName } from './clusterName';

/** Where an object of a namespace stands, and whose it is: the first fields of each. */
export const inNamespace = {
  cluster: clusterName,
  namespace: z.string(),
  /** Code of the tenant that the namespace belongs to; undefined for those of the platform. */
  tenant: z.string().optional(),
  name: z.string(),
};
