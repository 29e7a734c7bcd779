import { pageInput } from '@caas/contract';
import { z } from 'zod';
import { clusterName } from '../schemas';

/** A name in Kubernetes: at most 253 characters. */
export const objectName = z.string().trim().min(1).max(253);

/** Which objects of namespaces; without anything, all that one may see. */
export const inNamespaces = pageInput.extend({
  cluster: clusterName.optional(),
  namespace: objectName.optional(),
  tenant: z.string().max(63).optional(),
  /** Name of an entity of the catalog, by the label `backstage.io/kubernetes-id`. */
  entity: z.string().max(63).optional(),
});
