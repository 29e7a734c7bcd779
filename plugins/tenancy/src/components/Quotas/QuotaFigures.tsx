import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import { RESOURCE_DIMENSIONS, type Quota } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { FigureBar } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';

/** What a quota allows in each dimension, and what is allocated, requested, used and was most used of it. */
export function QuotaFigures({ quota }: { quota: Quota }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  const { hard, allocated, requested, used, peak } = quota;
  return (
    <Flex direction="column" gap="4">
      {RESOURCE_DIMENSIONS.map(dimension => (
        <FigureBar
          key={dimension}
          label={words.resource(dimension)}
          limit={hard[dimension]}
          figures={[
            {
              kind: 'taken',
              label: t('quota.allocated'),
              amount: allocated[dimension],
            },
            {
              kind: 'asked',
              label: t('quota.requested'),
              amount: requested[dimension],
            },
            { kind: 'used', label: t('quota.used'), amount: used?.[dimension] },
            { kind: 'peak', label: t('quota.peak'), amount: peak?.[dimension] },
          ]}
          format={amount => words.amount(dimension, amount)}
        />
      ))}
    </Flex>
  );
}
