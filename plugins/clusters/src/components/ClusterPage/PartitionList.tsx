import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { Partition } from '@caas/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { CapacityBars } from '../CapacityBars';

/** The partitions of a cluster, each with what it has and promises. */
export function PartitionList({ partitions }: { partitions: Partition[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  if (partitions.length === 0) {
    return <Text color="secondary">{t('partition.none')}</Text>;
  }
  return (
    <Flex direction="column" gap="5">
      {partitions.map(({ name, nodeCount, capacity }) => (
        <Flex key={name} direction="column" gap="2">
          <Text as="h3" variant="body-medium" weight="bold">
            {name || t('partition.rest')} ·{' '}
            {t('partition.nodes', { count: nodeCount })}
          </Text>
          <CapacityBars capacity={capacity} />
        </Flex>
      ))}
    </Flex>
  );
}
