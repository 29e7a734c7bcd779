import { auditOutcome, auditSeverity } from '@caas/plugin-audit-common';
import type { z } from 'zod';

/** What the list is narrowed to; the address of the page holds it, so that a view can be passed on. */
export type AuditFilter = {
  actor?: string;
  pluginId?: string;
  eventId?: string;
  /** Code of the tenant that the events are about. */
  tenant?: string;
  outcome?: z.infer<typeof auditOutcome>;
  severity?: z.infer<typeof auditSeverity>;
};

/** The filter in an address. What is not one of ours is left out. */
export function readFilter(search: URLSearchParams): AuditFilter {
  const text = (name: string) => search.get(name)?.trim() || undefined;
  return {
    actor: text('actor'),
    pluginId: text('pluginId'),
    eventId: text('eventId'),
    tenant: text('tenant'),
    outcome: auditOutcome.safeParse(search.get('outcome')).data,
    severity: auditSeverity.safeParse(search.get('severity')).data,
  };
}

/** The address of a filter. */
export function writeFilter(filter: AuditFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    const text = value?.trim();
    if (text) search.set(name, text);
  }
  return search;
}
