import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import {
  applySetReadPermission,
  clusterReadPermission,
  namespaceReadPermission,
  nodeReadPermission,
  workloadReadPermission,
} from './permissions';
import {
  applySet,
  applySetChange,
  applySetId,
  applySetInput,
  cluster,
  clusterDetail,
  clusterEvent,
  clusterName,
  namespaceView,
  node,
  nodeDetail,
  pod,
  workload,
  workloadKind,
} from './schemas';

/** A name in Kubernetes: at most 253 characters. */
const objectName = z.string().trim().min(1).max(253);

/** Which objects of namespaces; without anything, all that one may see. */
const inNamespaces = pageInput.extend({
  cluster: clusterName.optional(),
  namespace: objectName.optional(),
  tenant: z.string().max(63).optional(),
  /** Name of an entity of the catalog, by the label `backstage.io/kubernetes-id`. */
  entity: z.string().max(63).optional(),
});

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
    get: operation({
      method: 'GET',
      path: '/clusters/{cluster}',
      summary: 'Show what a cluster has, promises and uses',
      access: { kind: 'permission', permission: clusterReadPermission },
    })
      .input(z.object({ cluster: clusterName }))
      .output(clusterDetail),
  },
  nodes: {
    list: operation({
      method: 'GET',
      path: '/clusters/{cluster}/nodes',
      summary: 'List the nodes of a cluster',
      access: { kind: 'permission', permission: nodeReadPermission },
    })
      .input(
        pageInput.extend({
          cluster: clusterName,
          partition: z.string().max(63).optional(),
        }),
      )
      .output(pageOf(node)),
    get: operation({
      method: 'GET',
      path: '/clusters/{cluster}/nodes/{name}',
      summary: 'Show a node with its labels, taints and conditions',
      access: { kind: 'permission', permission: nodeReadPermission },
    })
      .input(z.object({ cluster: clusterName, name: objectName }))
      .output(nodeDetail),
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
  workloads: {
    list: operation({
      method: 'GET',
      path: '/workloads',
      summary: 'List Deployments, StatefulSets and DaemonSets',
      access: { kind: 'permission', permission: workloadReadPermission },
    })
      .input(inNamespaces)
      .output(pageOf(workload)),
  },
  pods: {
    list: operation({
      method: 'GET',
      path: '/pods',
      summary: 'List pods',
      access: { kind: 'permission', permission: workloadReadPermission },
    })
      .input(
        inNamespaces.extend({
          node: objectName.optional(),
          workloadKind: workloadKind.optional(),
          workload: objectName.optional(),
        }),
      )
      .output(pageOf(pod)),
  },
  events: {
    list: operation({
      method: 'GET',
      path: '/events',
      summary: 'List what happened lately, the latest first',
      access: { kind: 'permission', permission: workloadReadPermission },
    })
      .input(
        inNamespaces.omit({ entity: true }).extend({
          object: objectName.optional(),
        }),
      )
      .output(pageOf(clusterEvent)),
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
    changes: operation({
      method: 'GET',
      path: '/clusters/{cluster}/apply-sets/{id}/changes',
      summary: 'List who wanted what of an apply set, the latest first',
      access: { kind: 'permission', permission: applySetReadPermission },
    })
      .input(pageInput.extend({ cluster: clusterName, id: applySetId }))
      .output(pageOf(applySetChange)),
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
