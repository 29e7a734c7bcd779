import { bilingual, says } from '@caas/contract';
import { z } from 'zod';

/**
 * How far the ladder of a lease is: `running`, `reminded` at least once, `stopped` at its end, `grace` until the
 * manifests are taken, `exported` until it is deleted.
 *
 * @public
 */
export const leaseStage = z.enum([
  'running',
  'reminded',
  'stopped',
  'grace',
  'exported',
]);

/** How long a namespace may stay, and what comes next. @public */
export const namespaceLease = z.object({
  /** Its end; ISO 8601. */
  until: z.string(),
  stage: leaseStage,
  /** When the next step of the ladder comes. */
  nextAt: z.string(),
  /** What holds the next step, with the reason in a sentence. */
  heldBy: z.array(
    z.object({ kind: z.string(), name: z.string(), reason: bilingual }),
  ),
  stoppedAt: z.string().optional(),
});

/** @public */
export type NamespaceLease = z.infer<typeof namespaceLease>;

/** The longest that a lease may last from the day on which it is asked for. @public */
export const LEASE_MAX_DAYS = 180;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last day of a lease, as `2026-12-31`. @public */
export const leaseDate = z
  .string()
  .trim()
  .regex(
    /^\d{4}-\d{2}-\d{2}$/,
    says('Write the day as 2026-12-31', '请按 2026-12-31 的格式填写日期'),
  )
  .refine(
    day => isDay(day),
    says(
      'There is no such day: write the day as 2026-12-31',
      '没有这一天，请按 2026-12-31 的格式填写日期',
    ),
  );

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** The moment at which a lease whose last day is this one is over: the end of the day in UTC. @public */
export function endOfLease(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS - 1);
}

/** The last day of a lease that is over then. @public */
export function lastDayOf(until: string | Date): string {
  return new Date(until).toISOString().slice(0, 10);
}

/**
 * Why a lease may not end on this day, in a sentence; undefined when it may.
 *
 * @public
 */
export function refuseLeaseDate(day: string, now: Date): string | undefined {
  const until = endOfLease(day);
  if (until <= now) {
    return `'${day}' is over already. Choose a day from ${lastDayOf(now)} on`;
  }
  const latest = lastDayOf(new Date(now.getTime() + LEASE_MAX_DAYS * DAY_MS));
  return day > latest
    ? `'${day}' is too late: a lease lasts at most ${LEASE_MAX_DAYS} days, until ${latest}. It can be renewed then`
    : undefined;
}
