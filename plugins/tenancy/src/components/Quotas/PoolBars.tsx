import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { Quota, ResourceDimension } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import { QuotaBar } from '@caas/portal-ui';
import { tenantsTranslationRef } from '../../tenants/translation';

/** What people look at first; the part of quotas has the rest. */
const FIRST: readonly ResourceDimension[] = ['cpuMillicores', 'memoryBytes'];

/** A pool of a tenant in short: what is held and asked for, of what there is. */
export function PoolBars({ pool }: { pool: Quota }) {
  const { cluster, environment, hard, allocated, requested } = pool;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" variant="body-medium" weight="bold">
        {t('quota.name', {
          cluster,
          environment: words.environment(environment),
        })}
      </Text>
      {FIRST.map(dimension => (
        <QuotaBar
          key={dimension}
          label={words.resource(dimension)}
          used={allocated[dimension]}
          requested={requested[dimension]}
          limit={hard[dimension]}
          format={amount => words.amount(dimension, amount)}
        />
      ))}
    </Flex>
  );
}
