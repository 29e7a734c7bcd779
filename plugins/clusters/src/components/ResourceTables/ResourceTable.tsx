import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterResource } from '@caas/plugin-clusters-common';
import { resourcesTranslationRef } from '../../resources/translation';
import { ClusterTable, type Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';

type InNamespace = { cluster: string; namespace: string; name: string };

/** The objects of one kind in a namespace, or that there are none. */
export function ResourceTable<T extends InNamespace>(props: {
  /** Which of the texts of resources. */
  noun:
    | 'service'
    | 'ingress'
    | 'route'
    | 'gateway'
    | 'claim'
    | 'job'
    | 'autoscaler';
  resource: ClusterResource;
  query: NamespaceQuery;
  columns: Columns<T>;
  list(
    input: NamespaceQuery & { limit: number; offset: number },
  ): Promise<{ items: T[]; totalCount: number }>;
}) {
  const { noun, resource, query, columns, list } = props;
  const { t } = useTranslationRef(resourcesTranslationRef);
  return (
    <ClusterTable
      label={t(`${noun}.title`)}
      columns={columns}
      query={query}
      resources={[resource]}
      pageSize={10}
      load={range => list({ ...range, ...query })}
      empty={{
        title: t(`${noun}.empty`),
        description: t(`${noun}.emptyHelp`),
      }}
    />
  );
}
