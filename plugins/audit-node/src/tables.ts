import type { AuditEvent } from '@caas/plugin-audit-common';

/** Name of the table of audit events. @public */
export const AUDIT_EVENTS_TABLE = 'audit_events';

/** A row of `audit_events`. @public */
export type DbAuditEventRow = {
  id: string;
  plugin_id: string;
  event_id: string;
  severity: AuditEvent['severity'];
  outcome: AuditEvent['outcome'];
  actor: string | null;
  ip: string | null;
  user_agent: string | null;
  request: string | null;
  /** JSON object. */
  facts: string;
  error: string | null;
  /** Code of the tenant that it is about. */
  tenant: string | null;
  started_at: string;
  finished_at: string | null;
};
