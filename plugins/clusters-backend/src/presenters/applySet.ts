import type { ApplySet } from '@caas/plugin-clusters-common';
import type { ApplySetRecord } from '../domain/applySet';

/** The fields of an apply set that leave: not its objects as they were sent, and not its inventory. */
export function presentApplySet(set: ApplySetRecord): ApplySet {
  return {
    cluster: set.cluster,
    id: set.id,
    owner: set.owner,
    tenant: set.tenant,
    state: set.state,
    generation: set.generation,
    observedGeneration: set.observedGeneration,
    conditions: set.conditions,
    objects: set.objects,
    reason: set.reason,
    attempts: set.attempts,
    lastError: set.lastError,
    updatedAt: set.updatedAt.toISOString(),
  };
}
