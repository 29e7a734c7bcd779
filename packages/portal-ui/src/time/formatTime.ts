import type { PortalLanguage } from '../language';

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * A moment as the language writes it, to the minute, in the browser's time zone.
 *
 * @public
 */
export function formatMoment(moment: Date, language: PortalLanguage): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: language === 'zh-CN' ? '2-digit' : 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(moment);
}

/**
 * How long ago, or how soon, in the largest unit that fits: `3 分钟前`, `in 2 days`.
 *
 * @public
 */
export function formatRelative(
  moment: Date,
  now: Date,
  language: PortalLanguage,
): string {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return format.format(0, 'second');
  return format.format(Math.trunc(seconds / step[1]), step[0]);
}
