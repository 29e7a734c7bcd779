import { z } from 'zod';
import { says } from './says';

const ADVICE = "Write a time like '2026-11-21T08:00:00Z'";
const CHINESE_ADVICE = '请按“2026-11-21T08:00:00Z”的格式填写时间';

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
  .datetime({ offset: true, ...says(ADVICE, CHINESE_ADVICE), abort: true })
  .refine(
    text => /^\d{4}-/.test(new Date(text).toISOString()),
    says(
      `${ADVICE}, in a year from 0 to 9999`,
      `${CHINESE_ADVICE}，年份为 0 至 9999`,
    ),
  );
