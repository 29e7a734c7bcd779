import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { UsageHistory } from '@caas/plugin-clusters-common';
import { usageTranslationRef } from '../../usage/translation';
import { amountsOf, type Measure } from './seriesOf';
import { useAmountText } from './useAmountText';

/** The highest of two weeks in a sentence, for whoever does not see the chart. */
export function UsageSummary(props: {
  history: UsageHistory;
  measure: Measure;
}) {
  const { history, measure } = props;
  const { t } = useTranslationRef(usageTranslationRef);
  const amountText = useAmountText(measure);
  if (!history.peak) return null;
  const peak = amountsOf({ at: '', ...history.peak }, measure);
  const promised = amountText(peak.promised ?? 0);
  return (
    <Text as="p">
      {peak.used === undefined
        ? t('history.peakPromised', { promised })
        : t('history.peak', { promised, used: amountText(peak.used) })}
    </Text>
  );
}
