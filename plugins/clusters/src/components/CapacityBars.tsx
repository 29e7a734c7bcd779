import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { Capacity } from '@caas/plugin-clusters-common';
import {
  formatBytes,
  formatCores,
  formatNumber,
  QuotaBar,
  usePortalLanguage,
} from '@caas/portal-ui';
import { clustersTranslationRef } from '../translation';

/** What pods have asked for, of what nodes give. */
export function CapacityBars({ capacity }: { capacity: Capacity }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const language = usePortalLanguage();
  const { allocatable, requested } = capacity;
  return (
    <Flex direction="column" gap="3">
      <QuotaBar
        label={t('resource.cpu')}
        used={requested.cpuMillicores}
        limit={allocatable.cpuMillicores}
        format={millicores => formatCores(millicores, language)}
      />
      <QuotaBar
        label={t('resource.memory')}
        used={requested.memoryBytes}
        limit={allocatable.memoryBytes}
        format={bytes => formatBytes(bytes, language)}
      />
      <QuotaBar
        label={t('resource.pods')}
        used={requested.pods}
        limit={allocatable.pods}
        format={count => formatNumber(count, language)}
      />
    </Flex>
  );
}
