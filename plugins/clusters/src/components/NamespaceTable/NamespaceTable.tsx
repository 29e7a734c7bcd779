import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Cluster } from '@caas/plugin-clusters-common';
import { Section } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clustersTranslationRef } from '../../translation';
import { ClusterTable } from '../Tables/ClusterTable';
import { NamespaceFilters, type NamespaceFilter } from './NamespaceFilters';
import { useNamespaceColumns } from './useNamespaceColumns';

/** The namespaces that the person may see, as they stand on the clusters; of one cluster when there is only one. */
export function NamespaceTable({ clusters }: { clusters: Cluster[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const [filter, setFilter] = useState<NamespaceFilter>({});
  const columns = useNamespaceColumns(clusters);
  const only = clusters.length === 1 ? clusters[0].name : undefined;
  const query = { ...filter, cluster: filter.cluster ?? only };
  return (
    <Section title={t('namespaces.title')}>
      <NamespaceFilters
        clusters={clusters}
        filter={filter}
        onChange={setFilter}
      />
      <ClusterTable
        label={t('namespaces.title')}
        columns={columns}
        query={query}
        resources={['namespaces', 'pods', 'usage']}
        load={range => api.namespaces.list({ ...range, ...query })}
        empty={{
          title: t('namespaces.empty'),
          description: t('namespaces.emptyHelp'),
        }}
      />
    </Section>
  );
}
