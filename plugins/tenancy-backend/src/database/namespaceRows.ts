import type { NamespaceRecord } from '../domain/namespace';
import { resourcesOf, type DbNamespaceRow } from './tables';

export function namespaceOfRow(row: DbNamespaceRow): NamespaceRecord {
  return {
    id: row.id,
    name: row.name,
    tenant: row.tenant,
    cluster: row.cluster,
    environment: row.environment,
    resources: resourcesOf(row),
    purpose: row.purpose,
    state: row.state,
    step: row.step,
    message: row.message ?? undefined,
    requestId: row.request_id,
    requester: row.requester,
    generation: row.generation,
    attempts: row.attempts,
    lastError: row.last_error ?? undefined,
    failureTold: Boolean(row.failure_told),
    createdAt: row.created_at,
  };
}
