import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { parseQuantity, type QuotaUse } from '@caas/plugin-clusters-common';
import {
  formatBytes,
  formatCores,
  QuotaBar,
  usePortalLanguage,
} from '@caas/portal-ui';
import { clustersTranslationRef } from '../../translation';

/** What is promised counts for planning; limits stand in where a quota counts only those. */
const CPU = ['requests.cpu', 'cpu', 'limits.cpu'];
const MEMORY = ['requests.memory', 'memory', 'limits.memory'];

/** Quota and use of CPU and memory of one namespace. */
export function NamespaceQuota({ quotas }: { quotas: QuotaUse[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const language = usePortalLanguage();
  const cpu = amountsOf(quotas, CPU);
  const memory = amountsOf(quotas, MEMORY);
  if (!cpu && !memory) {
    return <Text color="secondary">{t('namespaces.noQuota')}</Text>;
  }
  return (
    <Flex direction="column" gap="2">
      {cpu && (
        <QuotaBar
          label={t('resource.cpu')}
          {...cpu}
          format={cores => formatCores(cores * 1000, language)}
        />
      )}
      {memory && (
        <QuotaBar
          label={t('resource.memory')}
          {...memory}
          format={bytes => formatBytes(bytes, language)}
        />
      )}
    </Flex>
  );
}

function amountsOf(quotas: QuotaUse[], resources: string[]) {
  for (const resource of resources) {
    const quota = quotas.find(one => one.resource === resource);
    const limit = quota && parseQuantity(quota.hard);
    const used = quota && parseQuantity(quota.used);
    if (limit !== undefined && used !== undefined) return { limit, used };
  }
  return undefined;
}
