import { instant, operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import { auditReadPermission } from './permissions';

/** How an audited attempt ended. `started` is one whose end was never recorded. @public */
export const auditOutcome = z.enum(['started', 'succeeded', 'failed']);

/** @public */
export const auditSeverity = z.enum(['low', 'medium', 'high', 'critical']);

/** One attempt to do something, and how it ended. @public */
export const auditEvent = z.object({
  id: z.string(),
  /** `<plugin id>` and event id, as in docs/audit-events.md. */
  pluginId: z.string(),
  eventId: z.string(),
  severity: auditSeverity,
  outcome: auditOutcome,
  /** Entity ref of the person, or `plugin:<id>`. */
  actor: z.string().optional(),
  ip: z.string().optional(),
  userAgent: z.string().optional(),
  /** Method and path of the HTTP request. */
  request: z.string().optional(),
  /** Code of the tenant that it is about, when it is about one. */
  tenant: z.string().optional(),
  /** What changed and why, as the operation noted it. Never holds a secret. */
  facts: z.record(z.string(), z.json()),
  error: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
});

/** @public */
export type AuditEvent = z.infer<typeof auditEvent>;

/**
 * The operations of audit, the one record of who did what.
 *
 * @public
 */
export const auditContract = {
  events: {
    list: operation({
      method: 'GET',
      path: '/events',
      summary: 'List audit events, newest first',
      access: { kind: 'permission', permission: auditReadPermission },
    })
      .input(
        pageInput.extend({
          actor: z.string().trim().max(300).optional(),
          pluginId: z.string().trim().max(100).optional(),
          eventId: z.string().trim().max(200).optional(),
          tenant: z.string().trim().max(63).optional(),
          outcome: auditOutcome.optional(),
          severity: auditSeverity.optional(),
          /** ISO 8601 instants; `from` is included, `to` is not. */
          from: instant.optional(),
          to: instant.optional(),
        }),
      )
      .output(pageOf(auditEvent)),
  },
};

/** @public */
export type AuditContract = typeof auditContract;
