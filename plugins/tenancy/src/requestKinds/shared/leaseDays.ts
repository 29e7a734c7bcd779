import { LEASE_MAX_DAYS } from '@caas/plugin-tenancy-common';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Lengths that fit most. */
export const LEASE_LENGTHS = [7, 30, 90, 180] as const;

/** The day so many days after another, as leases count them: in UTC, `2026-12-22`. */
export function dayAfter(today: Date, days: number): string {
  return new Date(today.getTime() + days * DAY_MILLISECONDS)
    .toISOString()
    .slice(0, 10);
}

/** How many days from today a day is; undefined when it is no day at all. */
export function daysUntil(day: string, today: Date): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  // `2026-02-30` is read as the second of March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) {
    return undefined;
  }
  return Math.round((at - Date.parse(dayAfter(today, 0))) / DAY_MILLISECONDS);
}

/** What is wrong with the last day of a lease. */
export type LeaseProblem = 'missing' | 'past' | 'long' | 'notLonger';

/** What is wrong with the last day of a lease, beside what only the server knows. */
export function findLeaseProblem(
  day: string,
  today: Date,
  from?: string,
): LeaseProblem | undefined {
  const days = daysUntil(day, today);
  if (days === undefined) return 'missing';
  if (days < 0) return 'past';
  if (days > LEASE_MAX_DAYS) return 'long';
  return from && day <= from ? 'notLonger' : undefined;
}
