import type { AuditEvent } from '@caas/plugin-audit-common';

export const auditEvents: AuditEvent[] = [
  {
    id: 'event-2',
    pluginId: 'approvals',
    eventId: 'request-decide',
    severity: 'high',
    outcome: 'failed',
    actor: 'user:default/li-wei',
    ip: '127.0.0.1',
    userAgent: 'Mozilla/5.0',
    request: 'POST /api/approvals/requests/r1/decisions',
    tenant: 'life',
    facts: { tenant: 'life', objects: [{ kind: 'Namespace' }], revision: 1 },
    error: 'Only an approver of the open stage decides',
    startedAt: '2026-11-21T08:00:00Z',
    finishedAt: '2026-11-21T08:00:01Z',
  },
  {
    id: 'event-1',
    pluginId: 'clusters',
    eventId: 'apply-set-put',
    severity: 'high',
    outcome: 'succeeded',
    actor: 'plugin:tenancy',
    facts: {},
    startedAt: '2026-11-21T07:00:00Z',
    finishedAt: '2026-11-21T07:00:00Z',
  },
];
