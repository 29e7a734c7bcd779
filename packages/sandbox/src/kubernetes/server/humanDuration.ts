const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Up to where a duration is written in which units; the second unit is left out when there is none of it. */
const FORMS: readonly {
  below: number;
  unit: [number, string];
  rest?: [number, string];
}[] = [
  { below: 2 * MINUTE, unit: [SECOND, 's'] },
  { below: 10 * MINUTE, unit: [MINUTE, 'm'], rest: [SECOND, 's'] },
  { below: 3 * HOUR, unit: [MINUTE, 'm'] },
  { below: 8 * HOUR, unit: [HOUR, 'h'], rest: [MINUTE, 'm'] },
  { below: 2 * DAY, unit: [HOUR, 'h'] },
  { below: 8 * DAY, unit: [DAY, 'd'], rest: [HOUR, 'h'] },
  { below: 2 * YEAR, unit: [DAY, 'd'] },
  { below: 8 * YEAR, unit: [YEAR, 'y'], rest: [DAY, 'd'] },
  { below: Infinity, unit: [YEAR, 'y'] },
];

/** A duration as `kubectl` shows it: `45s`, `2m3s`, `12m`, `3h5m`, `7d2h`. */
export function humanDuration(milliseconds: number): string {
  const whole = Math.max(0, milliseconds);
  const form = FORMS.find(({ below }) => whole < below) ?? FORMS.at(-1)!;
  const [size, name] = form.unit;
  const units = `${Math.floor(whole / size)}${name}`;
  if (!form.rest) return units;
  const [restSize, restName] = form.rest;
  const rest = Math.floor((whole % size) / restSize);
  return rest > 0 ? `${units}${rest}${restName}` : units;
}

/** How long ago something was. */
export function ageOf(time: string | undefined, now: Date): string {
  if (!time) return '<unknown>';
  return humanDuration(now.getTime() - Date.parse(time));
}
