import type { PortalLanguage } from './usePortalLanguage';

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/**
 * An amount of CPU for people: `2.5 核`, `1 core`.
 *
 * @public
 */
export function formatCores(
  millicores: number,
  language: PortalLanguage,
): string {
  const cores = millicores / 1000;
  const amount = formatNumber(cores, language, 3);
  if (language === 'zh-CN') return `${amount} 核`;
  return cores === 1 ? `${amount} core` : `${amount} cores`;
}

/**
 * An amount of memory or storage for people, in binary units with at most two decimals: `4 GiB`, `1.5 TiB`.
 *
 * @public
 */
export function formatBytes(bytes: number, language: PortalLanguage): string {
  let amount = bytes;
  let unit = 0;
  while (Math.abs(amount) >= 1024 && unit < BYTE_UNITS.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${formatNumber(amount, language, 2)} ${BYTE_UNITS[unit]}`;
}

/**
 * A number as the language writes it.
 *
 * @public
 */
export function formatNumber(
  value: number,
  language: PortalLanguage,
  maximumFractionDigits = 0,
): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits }).format(
    value,
  );
}
