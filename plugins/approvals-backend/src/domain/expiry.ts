const DAY_MS = 24 * 60 * 60 * 1000;

/** When a request expires on which nothing happens from now on. */
export function expiryAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString();
}
