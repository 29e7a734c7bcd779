import type { AuditEvent } from '@caas/plugin-audit-common';
import {
  AUDIT_EVENTS_TABLE,
  type DbAuditEventRow,
} from '@caas/plugin-audit-node';
import type { Knex } from 'knex';
import type { AuditEventFilter, AuditEventStore } from './AuditEventStore';

/** Reads the audit trail from its table. */
export class DatabaseAuditEventStore implements AuditEventStore {
  constructor(private readonly knex: Knex) {}

  async list({
    limit,
    offset,
    ...filter
  }: Parameters<AuditEventStore['list']>[0]) {
    const [{ count }] = await this.matching(filter).count({ count: '*' });
    const rows: DbAuditEventRow[] = await this.matching(filter)
      .select()
      // The id makes the order total, so that events of one millisecond keep their places from page to page.
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .offset(offset);
    return { items: rows.map(toAuditEvent), totalCount: Number(count) };
  }

  private matching(filter: AuditEventFilter) {
    const query = this.knex<DbAuditEventRow>(AUDIT_EVENTS_TABLE);
    if (filter.actor) query.where('actor', filter.actor);
    if (filter.pluginId) query.where('plugin_id', filter.pluginId);
    if (filter.eventId) query.where('event_id', filter.eventId);
    if (filter.tenant) query.where('tenant', filter.tenant);
    if (filter.outcome) query.where('outcome', filter.outcome);
    if (filter.severity) query.where('severity', filter.severity);
    if (filter.from) query.where('started_at', '>=', toUtc(filter.from));
    if (filter.to) query.where('started_at', '<', toUtc(filter.to));
    return query;
  }
}

/** As the table has it: UTC with milliseconds, so that instants compare as text. */
function toUtc(instant: string): string {
  return new Date(instant).toISOString();
}

function toAuditEvent(row: DbAuditEventRow): AuditEvent {
  return {
    id: row.id,
    pluginId: row.plugin_id,
    eventId: row.event_id,
    severity: row.severity,
    outcome: row.outcome,
    actor: row.actor ?? undefined,
    ip: row.ip ?? undefined,
    userAgent: row.user_agent ?? undefined,
    request: row.request ?? undefined,
    facts: JSON.parse(row.facts),
    tenant: row.tenant ?? undefined,
    error: row.error ?? undefined,
    startedAt: row.started_at,
    finishedAt: row.finished_at ?? undefined,
  };
}
