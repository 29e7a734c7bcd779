import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import { applySetReadPermission } from '../permissions';
import {
  applySet,
  applySetChange,
  applySetId,
  applySetInput,
  applySetState,
  clusterName,
} from '../schemas';

/** What other domains want to stand on clusters. */
export const applySets = {
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
        state: applySetState.optional(),
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
};
