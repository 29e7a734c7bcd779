import type { Config } from '@backstage/config';
import { auditSeverity, type AuditEvent } from '@caas/plugin-audit-common';

/** How much an event matters. */
export type Severity = AuditEvent['severity'];

/** From least to most. */
const ORDER: readonly Severity[] = auditSeverity.options;

/**
 * The least severity that is kept, from `audit.minimumSeverity`.
 *
 * @remarks
 * Whatever changes state is at least `medium`, in our contracts and in the stock plugins; `low` are reads (the catalog
 * alone emits one for each page that somebody looks at) and the bookkeeping between our own backends. So `medium`, the
 * default, keeps every change.
 */
export function readMinimumSeverity(config: Config): Severity {
  const text = config.getOptionalString('audit.minimumSeverity') ?? 'medium';
  const parsed = auditSeverity.safeParse(text);
  if (!parsed.success) {
    throw new Error(
      `'audit.minimumSeverity' is '${text}': write one of ${ORDER.join(', ')}.`,
    );
  }
  return parsed.data;
}

/** Whether an event matters enough. */
export function isAtLeast(severity: Severity, minimum: Severity): boolean {
  return ORDER.indexOf(severity) >= ORDER.indexOf(minimum);
}
