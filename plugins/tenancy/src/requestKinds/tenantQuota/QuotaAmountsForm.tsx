import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestKindFormProps } from '@caas/plugin-approvals-react';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { AmountFields } from '../shared/AmountFields';
import {
  amountsIn,
  DIMENSION_OF,
  readAmounts,
  type AmountField,
} from '../shared/amountsDraft';
import { usePools } from '../shared/usePools';
import { requestKindsTranslationRef } from '../translation';
import { QuotaForecast } from './QuotaForecast';
import { useQuotaOf } from './useQuotaOf';

/** The whole new quota, beside what holds now. */
export function QuotaAmountsForm(props: RequestKindFormProps) {
  const { tenant, value, onChange, errors } = props;
  const { t } = useTranslationRef(requestKindsTranslationRef);
  const words = useTenancyWords();
  const pool = useQuotaOf(usePools(tenant), props);
  const hintOf = (field: AmountField) => {
    if (!pool) return undefined;
    const dimension = DIMENSION_OF[field];
    const say = (amount: number) => words.amount(dimension, amount);
    return [
      t('quota.has', { amount: say(pool.hard[dimension]) }),
      t('quota.allocated', { amount: say(pool.allocated[dimension]) }),
    ].join(t('separator'));
  };
  return (
    <Flex direction="column" gap="4">
      <Text as="p" variant="body-small" color="secondary">
        {t('quota.whole')}
      </Text>
      <AmountFields
        value={amountsIn(value)}
        onChange={changes => onChange({ ...value, ...changes })}
        errors={errors}
        hintOf={hintOf}
      />
      {pool && (
        <QuotaForecast pool={pool} hard={readAmounts(amountsIn(value))} />
      )}
    </Flex>
  );
}
