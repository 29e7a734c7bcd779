import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Cluster } from '@caas/plugin-clusters-common';
import { PagedTable, Section } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clustersTranslationRef } from '../../translation';
import { NamespaceFilters, type NamespaceFilter } from './NamespaceFilters';
import { useNamespaceColumns } from './useNamespaceColumns';

const POLL_SECONDS = 30;

/** The namespaces that the person may see, as they stand on the clusters. */
export function NamespaceTable({ clusters }: { clusters: Cluster[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const [filter, setFilter] = useState<NamespaceFilter>({});
  const columns = useNamespaceColumns(clusters);
  return (
    <Section title={t('namespaces.title')}>
      <NamespaceFilters
        clusters={clusters}
        filter={filter}
        onChange={setFilter}
      />
      <PagedTable
        label={t('namespaces.title')}
        columns={columns}
        dependencies={[filter]}
        pollSeconds={POLL_SECONDS}
        load={async range => {
          const page = await api.namespaces.list({ ...range, ...filter });
          return {
            totalCount: page.totalCount,
            items: page.items.map(namespace => ({
              ...namespace,
              id: `${namespace.cluster}/${namespace.name}`,
            })),
          };
        }}
        empty={{
          title: t('namespaces.empty'),
          description: t('namespaces.emptyHelp'),
        }}
      />
    </Section>
  );
}
