import { z } from 'zod';

const ADVICE = "Write a time like '2026-11-21T08:00:00Z'";

/**
 * An instant that a caller names, with its offset.
 *
 * @remarks
 * Instants are kept as ISO 8601 text in UTC and compared as text. One whose offset brings it out of the years 0 to 9999
 * has another form there, and would be before everything: it is refused.
 *
 * @public
 */
export const instant = z.iso
  .datetime({ offset: true, error: ADVICE, abort: true })
  .refine(text => /^\d{4}-/.test(new Date(text).toISOString()), {
    error: `${ADVICE}, in a year from 0 to 9999`,
  });
