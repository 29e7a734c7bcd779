import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { Quota } from '@caas/plugin-tenancy-common';
import { useTenancyWords } from '@caas/plugin-tenancy-react';
import {
  formatBytes,
  formatCores,
  QuotaBar,
  usePortalLanguage,
} from '@caas/portal-ui';
import { tenancyTranslationRef } from '../../translation';

/** A pool of a tenant: what is held and asked for, of what there is. */
export function PoolBars({ pool }: { pool: Quota }) {
  const { cluster, environment, hard, allocated, requested } = pool;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const words = useTenancyWords();
  const language = usePortalLanguage();
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" variant="body-medium" weight="bold">
        {t('pool.name', {
          cluster,
          environment: words.environment(environment),
        })}
      </Text>
      <QuotaBar
        label={t('pool.cpu')}
        used={allocated.cpuMillicores}
        requested={requested.cpuMillicores}
        limit={hard.cpuMillicores}
        format={amount => formatCores(amount, language)}
      />
      <QuotaBar
        label={t('pool.memory')}
        used={allocated.memoryBytes}
        requested={requested.memoryBytes}
        limit={hard.memoryBytes}
        format={amount => formatBytes(amount, language)}
      />
    </Flex>
  );
}
