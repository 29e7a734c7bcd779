import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type {
  Capacity,
  CpuAndMemory,
  Node,
} from '@caas/plugin-clusters-common';
import { formatBytes, formatCores, usePortalLanguage } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { nodeRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { NodeStateTag } from '../NodeStateTag';
import { AmountCell } from './AmountCell';
import { ClusterTable, type Columns } from './ClusterTable';

/** The nodes of a cluster, with what is promised of what they give. */
export function NodeTable({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useNodeColumns();
  return (
    <ClusterTable
      label={t('node.title')}
      columns={columns}
      query={{ cluster }}
      resources={['nodes', 'pods', 'usage']}
      deniedHelp={t('node.denied')}
      load={range => api.nodes.list({ ...range, cluster })}
      empty={{ title: t('node.empty'), description: t('node.emptyHelp') }}
    />
  );
}

function useNodeColumns(): Columns<Node> {
  const { t } = useTranslationRef(clustersTranslationRef);
  const language = usePortalLanguage();
  const toNode = useRouteRef(nodeRouteRef);
  return useMemo(() => {
    /** What is promised; below it, of how much, and what is used. */
    const amountTexts = (
      { allocatable, requested, used }: Capacity,
      amountOf: (amounts: CpuAndMemory) => number,
      format: typeof formatCores,
    ) => {
      const amount = format(amountOf(allocatable), language);
      const use = used && format(amountOf(used), language);
      return {
        amount: format(amountOf(requested), language),
        facts: [
          t('node.of', { amount }),
          ...(use ? [t('node.used', { amount: use })] : []),
        ],
      };
    };
    return [
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
        width: '20%',
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
        cell: ({ capacity }) => (
          <AmountCell
            {...amountTexts(
              capacity,
              ({ cpuMillicores }) => cpuMillicores,
              formatCores,
            )}
          />
        ),
      },
      {
        id: 'memory',
        label: t('resource.memory'),
        cell: ({ capacity }) => (
          <AmountCell
            {...amountTexts(
              capacity,
              ({ memoryBytes }) => memoryBytes,
              formatBytes,
            )}
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
    ];
  }, [t, language, toNode]);
}
