import type { Knex } from 'knex';
import type { NewRequest } from '../RequestStore';
import { requestOfRow } from '../rows';
import type { DbRequestRow } from '../tables';
import { addToTimeline } from './changeState';
import { expiryAfter } from '../../domain/expiry';
import { insertRevision } from './insertRevision';
import { Writes } from './Writes';

/** Stores a new request with its frozen payload, its stages and the work that follows, in one transaction. */
export async function submitRequest(
  knex: Knex,
  request: NewRequest,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const row: DbRequestRow = {
    id: request.id,
    kind: request.kind,
    plugin_id: request.pluginId,
    tenant: request.tenant,
    environment: request.environment ?? null,
    title: JSON.stringify(request.title),
    requester: request.requester,
    state: 'pending',
    version: 1,
    revision: 1,
    idempotency_key: request.idempotencyKey ?? null,
    created_at: at,
    updated_at: at,
    expires_at: expiryAfter(now, request.revision.expireDays),
  };
  await knex.transaction(async tx => {
    const writes = Writes.in(tx);
    writes.insert('requests', row);
    addToTimeline(writes, request.id, {
      event: 'submitted',
      by: request.requester,
      now,
    });
    await insertRevision(writes, requestOfRow(row), request.revision, now);
  });
}
