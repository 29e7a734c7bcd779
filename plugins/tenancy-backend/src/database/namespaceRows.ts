import { readBilingual } from '@caas/contract';
import { presentLease } from '../domain/lease';
import {
  isGone,
  namespaceIdOf,
  type NamespaceRecord,
  type NewNamespace,
} from '../domain/namespace';
import { leaseOfRow } from './leaseRows';
import type { DbLeaseRow } from './leaseTables';
import { amountsOf, resourcesOf, type DbNamespaceRow } from './tables';

/** A namespace; with its lease where that is asked for too. */
export function namespaceOfRow(
  row: DbNamespaceRow,
  lease?: DbLeaseRow,
): NamespaceRecord {
  return {
    id: row.id,
    name: row.name,
    tenant: row.tenant,
    cluster: row.cluster,
    environment: row.environment,
    partition: row.partition ?? undefined,
    resources: resourcesOf(row),
    purpose: row.purpose,
    state: row.life === 'held' ? row.state : row.life,
    life: row.life,
    lease:
      lease && !isGone(row.life) ? presentLease(leaseOfRow(lease)) : undefined,
    deleteRequestId: row.delete_request_id ?? undefined,
    deletingAt: row.deleting_at ?? undefined,
    step: row.step,
    message: row.message === null ? undefined : readBilingual(row.message),
    requestId: row.request_id,
    requester: row.requester,
    generation: row.generation,
    readyGeneration: row.ready_generation,
    attempts: row.attempts,
    lastError: row.last_error ?? undefined,
    failureTold: Boolean(row.failure_told),
    createdAt: row.created_at,
  };
}

/** The row of a new namespace: the reconciler finds it right away. */
export function newNamespaceRow(
  asked: NewNamespace,
  now: string,
): DbNamespaceRow {
  const { resources, requestId, ...rest } = asked;
  return {
    id: namespaceIdOf(requestId),
    name: rest.name,
    tenant: rest.tenant,
    cluster: rest.cluster,
    environment: rest.environment,
    partition: rest.partition ?? null,
    purpose: rest.purpose,
    requester: rest.requester,
    ...amountsOf(resources),
    request_id: requestId,
    state: 'provisioning',
    life: 'held',
    delete_request_id: null,
    deleting_at: null,
    deleted_at: null,
    step: 'apply',
    message: null,
    generation: 1,
    ready_generation: 0,
    failure_told: false,
    next_run_at: now,
    ticket: null,
    attempts: 0,
    last_error: null,
    created_at: now,
    updated_at: now,
  };
}
