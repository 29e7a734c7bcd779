import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { LadderRules } from '../domain/lease';

const REMINDER_DAYS = [14, 7, 1];
const GRACE_DAYS = 7;
const MAX_DAYS = 365;

/** How leases end, from `tenancy.leases`; a mistake there ends the start, before anything is stopped by it. */
export function readLadderRules(config: Config): LadderRules {
  const leases = config.getOptionalConfig('tenancy.leases');
  const reminderDays =
    leases?.getOptional<number[]>('reminderDays') ?? REMINDER_DAYS;
  const graceDays = leases?.getOptionalNumber('graceDays') ?? GRACE_DAYS;
  const isDays = (days: unknown) =>
    Number.isInteger(days) && Number(days) >= 0 && Number(days) <= MAX_DAYS;
  if (!Array.isArray(reminderDays) || !reminderDays.every(isDays)) {
    throw new InputError(
      `Config 'tenancy.leases.reminderDays' must be a list of whole days from 0 to ${MAX_DAYS}, such as [14, 7, 1]`,
    );
  }
  if (!isDays(graceDays)) {
    throw new InputError(
      `Config 'tenancy.leases.graceDays' must be a whole number of days from 0 to ${MAX_DAYS}, such as 7`,
    );
  }
  return { reminderDays: [...reminderDays].sort((a, b) => b - a), graceDays };
}
