import type { Drain } from '@caas/plugin-clusters-common';
import type { DrainRecord } from '../domain/drain';

export function presentDrain(record: DrainRecord): Drain {
  const { id, cluster, node, state, message, options, reason } = record;
  const { requestedBy, cancelledBy, pods } = record;
  return {
    id,
    cluster,
    node,
    state,
    message,
    options,
    reason,
    requestedBy,
    cancelledBy,
    pods,
    createdAt: record.createdAt.toISOString(),
    deadlineAt: record.deadlineAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString(),
  };
}
