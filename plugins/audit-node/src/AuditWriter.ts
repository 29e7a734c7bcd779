import type { JsonObject } from '@backstage/types';
import type { AuditEvent } from '@caas/plugin-audit-common';

/** What is known before an attempt. */
export type AuditIntent = Omit<
  AuditEvent,
  'outcome' | 'facts' | 'tenant' | 'error' | 'finishedAt'
> & { facts: JsonObject };

/** How an attempt ended. `facts` replace those of the intent. */
export type AuditEnd = {
  outcome: AuditEvent['outcome'];
  facts: JsonObject;
  error?: string;
  finishedAt: string;
};

/** Where the auditor writes to. */
export interface AuditWriter {
  begin(intent: AuditIntent): Promise<void>;
  /** Records the end of an attempt. The first end counts; later ones change nothing. */
  finish(id: string, end: AuditEnd): Promise<void>;
}
