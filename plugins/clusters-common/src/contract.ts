import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import {
  applySetReadPermission,
  clusterReadPermission,
  namespaceReadPermission,
} from './permissions';
import {
  applySet,
  applySetId,
  applySetInput,
  cluster,
  clusterName,
  namespaceView,
} from './schemas';

/**
 * The operations of clusters, the one door to Kubernetes.
 *
 * @public
 */
export const clustersContract = {
  clusters: {
    list: operation({
      method: 'GET',
      path: '/clusters',
      summary: 'List the clusters and whether they answer',
      access: { kind: 'permission', permission: clusterReadPermission },
    })
      .input(z.object({}))
      .output(z.object({ items: z.array(cluster) })),
  },
  namespaces: {
    list: operation({
      method: 'GET',
      path: '/namespaces',
      summary:
        'List namespaces with their quotas as they stand on the clusters',
      access: { kind: 'permission', permission: namespaceReadPermission },
    })
      .input(
        pageInput.extend({
          cluster: clusterName.optional(),
          tenant: z.string().max(63).optional(),
          name: z.string().max(63).optional(),
        }),
      )
      .output(pageOf(namespaceView)),
  },
  applySets: {
    put: operation({
      method: 'PUT',
      path: '/clusters/{cluster}/apply-sets/{id}',
      summary: 'Record the objects that a domain wants on a cluster',
      access: { kind: 'service' },
      audit: { event: 'apply-set-put', severity: 'high' },
    })
      .input(applySetInput)
      .output(applySet),
    get: operation({
      method: 'GET',
      path: '/clusters/{cluster}/apply-sets/{id}',
      summary: 'Show an apply set and how far the cluster is',
      access: { kind: 'permission', permission: applySetReadPermission },
    })
      .input(z.object({ cluster: clusterName, id: applySetId }))
      .output(applySet),
    list: operation({
      method: 'GET',
      path: '/apply-sets',
      summary: 'List apply sets',
      access: { kind: 'permission', permission: applySetReadPermission },
    })
      .input(
        pageInput.extend({
          cluster: clusterName.optional(),
          tenant: z.string().max(63).optional(),
        }),
      )
      .output(pageOf(applySet)),
    delete: operation({
      method: 'DELETE',
      path: '/clusters/{cluster}/apply-sets/{id}',
      summary: 'Delete the objects of an apply set, in reverse order',
      access: { kind: 'service' },
      audit: { event: 'apply-set-delete', severity: 'high' },
    })
      .input(
        z.object({
          cluster: clusterName,
          id: applySetId,
          reason: z.string().min(1).max(200),
        }),
      )
      .output(applySet),
  },
};

/** @public */
export type ClustersContract = typeof clustersContract;
