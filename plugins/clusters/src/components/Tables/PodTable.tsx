import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Pod } from '@caas/plugin-clusters-common';
import { DateTime, PagedTable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { namespaceRouteRef, nodeRouteRef, podRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { PodStateTag } from './PodStateTag';

const POLL_SECONDS = 10;

/** Which pods: of a namespace, of a node, of an entity of the catalog. */
export type PodQuery = {
  cluster?: string;
  namespace?: string;
  node?: string;
  entity?: string;
};

type PodRow = Pod & { id: string };

/** Pods with their state, as they stand. */
export function PodTable({ query }: { query: PodQuery }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = usePodColumns(query);
  return (
    <PagedTable
      label={t('pod.title')}
      columns={columns}
      dependencies={[query]}
      pollSeconds={POLL_SECONDS}
      load={async range => {
        const { items, totalCount } = await api.pods.list({
          ...range,
          ...query,
        });
        return {
          totalCount,
          items: items.map(pod => ({
            ...pod,
            id: `${pod.cluster}/${pod.namespace}/${pod.name}`,
          })),
        };
      }}
      empty={{ title: t('pod.empty'), description: t('pod.emptyHelp') }}
    />
  );
}

function usePodColumns(query: PodQuery): ColumnConfig<PodRow>[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  const toNode = useRouteRef(nodeRouteRef);
  const toNamespace = useRouteRef(namespaceRouteRef);
  const toPod = useRouteRef(podRouteRef);
  const isOfNode = query.node !== undefined;
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('pod.name'),
        width: '28%',
        isRowHeader: true,
        cell: ({ cluster, namespace, name, images }) => (
          <CellText
            title={name}
            description={images.join(', ')}
            href={toPod?.({ cluster, namespace, pod: name })}
          />
        ),
      },
      {
        id: 'state',
        label: t('pod.state'),
        width: '24%',
        cell: pod => (
          <Cell>
            <PodStateTag pod={pod} />
          </Cell>
        ),
      },
      {
        id: 'ready',
        label: t('pod.ready'),
        cell: ({ readyContainers, containers, restarts }) => (
          <CellText
            title={`${readyContainers}/${containers}`}
            description={
              restarts > 0 ? t('pod.restarts', { count: restarts }) : undefined
            }
          />
        ),
      },
      isOfNode
        ? {
            id: 'namespace',
            label: t('namespaces.name'),
            cell: ({ cluster, namespace }) => (
              <CellText
                title={namespace}
                href={toNamespace?.({ cluster, namespace })}
              />
            ),
          }
        : {
            id: 'node',
            label: t('pod.node'),
            cell: ({ cluster, node }) => (
              <CellText
                title={node ?? t('pod.noNode')}
                href={node && toNode?.({ cluster, node })}
              />
            ),
          },
      {
        id: 'age',
        label: t('pod.age'),
        cell: ({ createdAt }) => (
          <Cell>{createdAt && <DateTime value={createdAt} relative />}</Cell>
        ),
      },
    ],
    [t, toNode, toNamespace, toPod, isOfNode],
  );
}
