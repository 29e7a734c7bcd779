import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { Capacity } from '@caas/plugin-clusters-common';
import {
  formatBytes,
  formatCores,
  formatNumber,
  usePortalLanguage,
} from '@caas/portal-ui';
import { usageTranslationRef } from '../../usage/translation';
import { CapacityBar } from './CapacityBar';

/** What pods have asked for, and what they use, of what nodes give. */
export function CapacityBars({ capacity }: { capacity: Capacity }) {
  const { t } = useTranslationRef(usageTranslationRef);
  const language = usePortalLanguage();
  const { allocatable, requested, used } = capacity;
  return (
    <Flex direction="column" gap="3">
      <CapacityBar
        label={t('resource.cpu')}
        capacity={allocatable.cpuMillicores}
        promised={requested.cpuMillicores}
        used={used?.cpuMillicores ?? 'unknown'}
        format={millicores => formatCores(millicores, language)}
      />
      <CapacityBar
        label={t('resource.memory')}
        capacity={allocatable.memoryBytes}
        promised={requested.memoryBytes}
        used={used?.memoryBytes ?? 'unknown'}
        format={bytes => formatBytes(bytes, language)}
      />
      <CapacityBar
        label={t('resource.pods')}
        capacity={allocatable.pods}
        promised={requested.pods}
        format={count => formatNumber(count, language)}
      />
    </Flex>
  );
}
