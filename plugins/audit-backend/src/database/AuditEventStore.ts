import type { AuditEvent } from '@caas/plugin-audit-common';

/** Which events to list. What is left out, or empty, does not narrow the list. */
export type AuditEventFilter = {
  actor?: string;
  pluginId?: string;
  eventId?: string;
  /** Code of the tenant that they are about. */
  tenant?: string;
  outcome?: AuditEvent['outcome'];
  severity?: AuditEvent['severity'];
  /** ISO 8601 instants; `from` is included, `to` is not. */
  from?: string;
  to?: string;
};

/** Reads the audit trail. */
export interface AuditEventStore {
  /** A page of the events that match, newest first, and how many match in all. */
  list(
    query: AuditEventFilter & { limit: number; offset: number },
  ): Promise<{ items: AuditEvent[]; totalCount: number }>;
}
