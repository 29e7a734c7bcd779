import { formatBytes, formatCores, usePortalLanguage } from '@caas/portal-ui';
import type { Measure } from './seriesOf';

/** Writes an amount of a resource with its unit. */
export function useAmountText(measure: Measure): (amount: number) => string {
  const language = usePortalLanguage();
  return amount =>
    measure === 'cpu'
      ? formatCores(Math.round(amount), language)
      : formatBytes(amount, language);
}
