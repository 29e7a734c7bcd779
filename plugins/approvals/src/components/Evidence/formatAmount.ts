import {
  formatBytes,
  formatCores,
  formatNumber,
  type PortalLanguage,
} from '@caas/portal-ui';

/** Units of things that are counted, as owners of kinds write them. */
const PIECES = ['pods', 'volume claims'];

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
      if (language === 'zh-CN' && PIECES.includes(unit)) {
        // The bar is named by what it counts.
        return amount => `${formatNumber(amount, language)} 个`;
      }
      return amount => `${formatNumber(amount, language, 2)} ${unit}`.trim();
  }
}
