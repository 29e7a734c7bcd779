const DAY_MS = 24 * 60 * 60 * 1000;

/** The date so many days from now, in UTC as leases count: `2026-12-22`. */
export function dateInDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
