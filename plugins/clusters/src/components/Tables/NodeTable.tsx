import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Node } from '@caas/plugin-clusters-common';
import {
  formatBytes,
  formatCores,
  PagedTable,
  usePortalLanguage,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { nodeRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { NodeStateTag } from '../NodeStateTag';

const POLL_SECONDS = 15;

type NodeRow = Node & { id: string };

/** The nodes of a cluster, with what is promised of what they give. */
export function NodeTable({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useNodeColumns();
  return (
    <PagedTable
      label={t('node.title')}
      columns={columns}
      dependencies={[cluster]}
      pollSeconds={POLL_SECONDS}
      deniedHelp={t('node.denied')}
      load={async range => {
        const { items, totalCount } = await api.nodes.list({
          ...range,
          cluster,
        });
        return {
          totalCount,
          items: items.map(node => ({ ...node, id: node.name })),
        };
      }}
      empty={{ title: t('node.empty'), description: t('node.emptyHelp') }}
    />
  );
}

function useNodeColumns(): ColumnConfig<NodeRow>[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  const language = usePortalLanguage();
  const toNode = useRouteRef(nodeRouteRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('node.name'),
        isRowHeader: true,
        cell: ({ cluster, name, address }) => (
          <CellText
            title={name}
            description={address}
            href={toNode?.({ cluster, node: name })}
          />
        ),
      },
      {
        id: 'state',
        label: t('node.state'),
        cell: ({ state }) => (
          <Cell>
            <NodeStateTag state={state} />
          </Cell>
        ),
      },
      {
        id: 'place',
        label: t('node.partition'),
        cell: ({ partition, zone }) => (
          <CellText title={partition ?? '–'} description={zone} />
        ),
      },
      {
        id: 'cpu',
        label: t('resource.cpu'),
        cell: ({ capacity: { requested, allocatable } }) => (
          <CellText
            title={formatCores(requested.cpuMillicores, language)}
            description={t('node.of', {
              amount: formatCores(allocatable.cpuMillicores, language),
            })}
          />
        ),
      },
      {
        id: 'memory',
        label: t('resource.memory'),
        cell: ({ capacity: { requested, allocatable } }) => (
          <CellText
            title={formatBytes(requested.memoryBytes, language)}
            description={t('node.of', {
              amount: formatBytes(allocatable.memoryBytes, language),
            })}
          />
        ),
      },
      {
        id: 'pods',
        label: t('resource.pods'),
        cell: ({ capacity: { requested, allocatable } }) => (
          <CellText title={`${requested.pods}/${allocatable.pods}`} />
        ),
      },
    ],
    [t, language, toNode],
  );
}
