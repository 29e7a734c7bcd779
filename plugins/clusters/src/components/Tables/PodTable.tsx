import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { Pod } from '@caas/plugin-clusters-common';
import {
  DateTime,
  formatBytes,
  formatCores,
  usePortalLanguage,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { namespaceRouteRef, nodeRouteRef, podRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ClusterTable, type Columns } from './ClusterTable';
import { PodStateTag } from './PodStateTag';

/** Which pods: of a namespace, of a node, of an entity of the catalog. */
export type PodQuery = {
  cluster?: string;
  namespace?: string;
  node?: string;
  entity?: string;
};

/** Pods with their state, as they stand. */
export function PodTable({ query }: { query: PodQuery }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = usePodColumns(query);
  return (
    <ClusterTable
      label={t('pod.title')}
      columns={columns}
      query={query}
      resources={['pods', 'usage']}
      load={range => api.pods.list({ ...range, ...query })}
      empty={{ title: t('pod.empty'), description: t('pod.emptyHelp') }}
    />
  );
}

function usePodColumns(query: PodQuery): Columns<Pod> {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: a } = useTranslationRef(actionsTranslationRef);
  const language = usePortalLanguage();
  const toNode = useRouteRef(nodeRouteRef);
  const toNamespace = useRouteRef(namespaceRouteRef);
  const toPod = useRouteRef(podRouteRef);
  // Pods of one place need no column for it.
  const isOfNode = query.node !== undefined || query.entity !== undefined;
  const isOfEntity = query.entity !== undefined;
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
      {
        id: 'use',
        label: t('pod.use'),
        cell: ({ used }) => (
          <CellText
            title={used ? formatCores(used.cpuMillicores, language) : '–'}
            description={used && formatBytes(used.memoryBytes, language)}
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
                description={isOfEntity ? cluster : undefined}
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
      {
        id: 'log',
        label: a('log.title'),
        cell: ({ cluster, namespace, name }) => (
          <CellText
            title={a('instances.openLog')}
            href={toPod?.({ cluster, namespace, pod: name })}
          />
        ),
      },
    ],
    [t, a, language, toNode, toNamespace, toPod, isOfNode, isOfEntity],
  );
}
