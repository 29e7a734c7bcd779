import { inEnglishOnly, type Bilingual } from '@caas/contract';
import type { Holder, Lease, LeaseChange } from '../domain/lease';
import type { DbLeaseRow } from './leaseTables';

const dateOf = (text: string | null) => (text ? new Date(text) : undefined);

export function leaseOfRow(row: DbLeaseRow): Lease {
  return {
    namespaceId: row.namespace_id,
    until: new Date(row.until),
    stage: row.stage,
    remindedDays: row.reminded_days ?? undefined,
    stoppedAt: dateOf(row.stopped_at),
    graceUntil: dateOf(row.grace_until),
    heldBy: (JSON.parse(row.held_by) as StoredHolder[]).map(holderOfStored),
    holdToldAt: dateOf(row.hold_told_at),
    step: row.step,
    nextStepAt: new Date(row.next_step_at),
    attempts: row.attempts,
    lastError: row.last_error ?? undefined,
  };
}

/** A holder, also of an older portal, whose reasons are English only. */
type StoredHolder = Omit<Holder, 'reason'> & { reason: string | Bilingual };

function holderOfStored({ reason, ...holder }: StoredHolder): Holder {
  return {
    ...holder,
    reason: typeof reason === 'string' ? inEnglishOnly(reason) : reason,
  };
}

/** The columns of a lease after a change; those of fields that the change does not name keep what they have. */
export function leaseColumns(
  lease: Lease,
  change: LeaseChange,
): Partial<DbLeaseRow> {
  const after = { ...lease, ...change };
  return {
    until: after.until.toISOString(),
    stage: after.stage,
    reminded_days: after.remindedDays ?? null,
    stopped_at: after.stoppedAt?.toISOString() ?? null,
    grace_until: after.graceUntil?.toISOString() ?? null,
    held_by: JSON.stringify(after.heldBy),
    hold_told_at: after.holdToldAt?.toISOString() ?? null,
    step: after.step,
  };
}

/** The row of a new lease: it is looked at right away. */
export function newLeaseRow(
  namespaceId: string,
  until: Date,
  now: string,
): DbLeaseRow {
  return {
    namespace_id: namespaceId,
    until: until.toISOString(),
    stage: 'running',
    reminded_days: null,
    stopped_at: null,
    grace_until: null,
    held_by: '[]',
    hold_told_at: null,
    step: 1,
    next_step_at: until.toISOString(),
    next_run_at: now,
    ticket: null,
    attempts: 0,
    last_error: null,
    updated_at: now,
  };
}
