import type { AuditDatabase } from './AuditDatabase';
import type { AuditEnd, AuditIntent, AuditWriter } from './AuditWriter';
import { tenantOf } from './tenantOf';
import { AUDIT_EVENTS_TABLE, type DbAuditEventRow } from './tables';

/** Writes audit events to their table, one statement each. */
export class DatabaseAuditWriter implements AuditWriter {
  constructor(private readonly database: AuditDatabase) {}

  async begin(intent: AuditIntent): Promise<void> {
    const knex = await this.database.getClient();
    await knex<DbAuditEventRow>(AUDIT_EVENTS_TABLE).insert({
      id: intent.id,
      plugin_id: intent.pluginId,
      event_id: intent.eventId,
      severity: intent.severity,
      outcome: 'started',
      actor: intent.actor ?? null,
      ip: intent.ip ?? null,
      user_agent: intent.userAgent ?? null,
      request: intent.request ?? null,
      facts: JSON.stringify(intent.facts),
      tenant: tenantOf(intent.facts) ?? null,
      started_at: intent.startedAt,
    });
  }

  async finish(id: string, end: AuditEnd): Promise<void> {
    const knex = await this.database.getClient();
    await knex<DbAuditEventRow>(AUDIT_EVENTS_TABLE)
      .where({ id, outcome: 'started' })
      .update({
        outcome: end.outcome,
        facts: JSON.stringify(end.facts),
        tenant: tenantOf(end.facts) ?? null,
        error: end.error ?? null,
        finished_at: end.finishedAt,
      });
  }
}
