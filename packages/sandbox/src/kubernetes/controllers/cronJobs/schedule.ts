import { Cron } from 'croner';

const DESCRIPTORS = [
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
];

const FIELDS = 5;
const EVERY = /^@every (?<text>(?:\d+(?:\.\d+)?(?:h|m|s|ms))+)$/;
const UNIT_MS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** The highest value of each field, and the lowest. */
const BOUNDS: readonly [lowest: number, highest: number][] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
];

/** What is wrong with a schedule, in Kubernetes' words; undefined for one that can be kept. */
export function scheduleFault(schedule: string): string | undefined {
  if (/TZ/.test(schedule)) {
    return 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead';
  }
  if (EVERY.test(schedule) || DESCRIPTORS.includes(schedule)) return undefined;
  if (schedule.startsWith('@')) return `unrecognized descriptor: ${schedule}`;
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== FIELDS) {
    return `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`;
  }
  for (const [index, field] of fields.entries()) {
    const fault = faultOfNumber(field, BOUNDS[index]);
    if (fault) return fault;
  }
  try {
    cronOf(schedule).nextRun();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Names of months and days are words that the calendar knows; a number is looked at here. */
function faultOfNumber(
  field: string,
  [lowest, highest]: readonly [number, number],
): string | undefined {
  if (/^\d+$/.test(field)) {
    const value = Number(field);
    if (value > highest) {
      return `end of range (${value}) above maximum (${highest}): ${field}`;
    }
    if (value < lowest) {
      return `beginning of range (${value}) below minimum (${lowest}): ${field}`;
    }
    return undefined;
  }
  const isWord = /^[a-z]+$/i.test(field);
  if (!isWord || /^[a-z]{3}$/i.test(field)) return undefined;
  return `failed to parse int from ${field}: strconv.Atoi: parsing "${field}": invalid syntax`;
}

/** The first time after `after` that a schedule names; undefined when there is none. */
export function nextTime(
  schedule: string,
  timeZone: string | undefined,
  after: Date,
): Date | undefined {
  const every = EVERY.exec(schedule)?.groups?.text;
  if (every) {
    const second = Math.floor(after.getTime() / 1000) * 1000;
    return new Date(second + Math.max(1000, durationOf(every)));
  }
  return cronOf(schedule, timeZone).nextRun(after) ?? undefined;
}

/** Without a time zone a schedule is in that of the cluster, which is UTC. */
function cronOf(schedule: string, timezone = 'UTC'): Cron {
  return new Cron(schedule.replace(/\?/g, '*'), {
    mode: '5-part',
    timezone,
    paused: true,
  });
}

function durationOf(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  return parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * UNIT_MS[unit],
    0,
  );
}
