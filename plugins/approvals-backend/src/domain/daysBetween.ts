import { withChinese } from '@caas/contract';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day in UTC of a moment in ISO 8601 in UTC: `2026-11-22`. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

/**
 * Days from one date to another, both like `2026-11-22`; less than nothing when the second is earlier.
 *
 * @throws for what is no date of the calendar, such as `2026-02-30`.
 */
export function daysBetween(from: string, to: string): number {
  return (timeOf(to) - timeOf(from)) / DAY_MS;
}

function timeOf(date: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : NaN;
  if (Number.isNaN(time) || dayOf(new Date(time).toISOString()) !== date) {
    throw withChinese(
      new Error(`'${date}' is no date like '2026-11-22'`),
      `“${date}”不是“2026-11-22”这样的日期`,
    );
  }
  return time;
}
