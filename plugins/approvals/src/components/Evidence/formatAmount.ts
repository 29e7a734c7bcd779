import {
  formatBytes,
  formatCores,
  formatNumber,
  type PortalLanguage,
} from '@caas/portal-ui';

/** Writes the figures of a gauge. Units that are not known here are written behind the number. */
export function formatAmount(
  unit: string,
  language: PortalLanguage,
): (amount: number) => string {
  switch (unit) {
    case 'millicores':
      return amount => formatCores(amount, language);
    case 'bytes':
      return amount => formatBytes(amount, language);
    default:
      return amount => `${formatNumber(amount, language, 2)} ${unit}`.trim();
  }
}
