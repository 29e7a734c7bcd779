import type { DbApplySetRow } from '../tables';

/** Makes a row due now, unless a worker holds it: then it is due when the worker settles, or when the lease ends. */
export function dueUnlessHeld(
  row: DbApplySetRow,
  now: Date,
): Pick<DbApplySetRow, 'ticket' | 'next_run_at'> {
  const at = now.toISOString();
  const isHeld = row.ticket !== null && row.next_run_at > at;
  return isHeld
    ? { ticket: row.ticket, next_run_at: row.next_run_at }
    : { ticket: null, next_run_at: at };
}
