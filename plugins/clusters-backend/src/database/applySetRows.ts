import type {
  ApplySetChange,
  ApplySetState,
} from '@caas/plugin-clusters-common';
import type { ApplySetRecord } from '../domain/applySet';
import type { DbApplySetChangeRow, DbApplySetRow } from './tables';

export function applySetOfRow(row: DbApplySetRow): ApplySetRecord {
  return {
    cluster: row.cluster,
    id: row.id,
    owner: row.owner,
    tenant: row.tenant,
    generation: Number(row.generation),
    observedGeneration: Number(row.observed_generation),
    state: row.state as ApplySetState,
    desired: JSON.parse(row.desired),
    inventory: JSON.parse(row.inventory),
    objects: JSON.parse(row.objects),
    conditions: JSON.parse(row.conditions),
    reason: row.reason,
    attempts: row.attempts,
    lastError: row.last_error ?? undefined,
    nextRunAt: new Date(row.next_run_at),
    appliedAt: row.applied_at ? new Date(row.applied_at) : undefined,
    updatedAt: new Date(row.updated_at),
  };
}

export function changeOfRow(row: DbApplySetChangeRow): ApplySetChange {
  const { at, actor, verb, generation, reason } = row;
  return { at, actor, verb, generation: Number(generation), reason };
}
