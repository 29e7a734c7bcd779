import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, SearchField, Select } from '@backstage/ui';
import type { Cluster } from '@caas/plugin-clusters-common';
import useDebounce from 'react-use/esm/useDebounce';
import { clustersTranslationRef } from '../../translation';
import { useClusterTitle } from '../ClusterCard';

export type NamespaceFilter = { cluster?: string; name?: string };

const ALL = 'all';
const TYPING_PAUSE_MILLIS = 300;

/** Narrows the namespaces to a cluster, and to a name once the person stops typing. */
export function NamespaceFilters(props: {
  clusters: Cluster[];
  filter: NamespaceFilter;
  onChange(filter: NamespaceFilter): void;
}) {
  const { clusters, filter, onChange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const title = useClusterTitle();
  const [name, setName] = useState(filter.name ?? '');
  useDebounce(
    () => {
      const next = name.trim() || undefined;
      if (next !== filter.name) onChange({ ...filter, name: next });
    },
    TYPING_PAUSE_MILLIS,
    [name],
  );
  return (
    <Flex gap="3" mb="3" align="end">
      {clusters.length > 1 && (
        <Select
          label={t('filter.cluster')}
          value={filter.cluster ?? ALL}
          onChange={key =>
            onChange({
              ...filter,
              cluster: key === ALL || key === null ? undefined : String(key),
            })
          }
          options={[
            { id: ALL, label: t('filter.allClusters') },
            ...clusters.map(cluster => ({
              id: cluster.name,
              label: title(cluster),
            })),
          ]}
        />
      )}
      <SearchField
        label={t('filter.name')}
        placeholder={t('filter.nameExample')}
        value={name}
        onChange={setName}
      />
    </Flex>
  );
}
