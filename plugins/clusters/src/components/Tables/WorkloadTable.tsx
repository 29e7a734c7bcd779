import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Workload, WorkloadState } from '@caas/plugin-clusters-common';
import {
  DateTime,
  PagedTable,
  StatusTag,
  type StatusTone,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clustersTranslationRef } from '../../translation';

const POLL_SECONDS = 10;

const TONES: Record<WorkloadState, StatusTone> = {
  ready: 'success',
  progressing: 'info',
  degraded: 'danger',
  stopped: 'neutral',
};

type WorkloadQuery = { cluster?: string; namespace?: string; entity?: string };
type WorkloadRow = Workload & { id: string };

/** Deployments, StatefulSets and DaemonSets, as they stand. */
export function WorkloadTable({ query }: { query: WorkloadQuery }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useWorkloadColumns();
  return (
    <PagedTable
      label={t('workload.title')}
      columns={columns}
      dependencies={[query]}
      pollSeconds={POLL_SECONDS}
      load={async range => {
        const { items, totalCount } = await api.workloads.list({
          ...range,
          ...query,
        });
        return {
          totalCount,
          items: items.map(workload => ({
            ...workload,
            id: [
              workload.cluster,
              workload.namespace,
              workload.kind,
              workload.name,
            ].join('/'),
          })),
        };
      }}
      empty={{
        title: t('workload.empty'),
        description: t('workload.emptyHelp'),
      }}
    />
  );
}

function useWorkloadColumns(): ColumnConfig<WorkloadRow>[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('workload.name'),
        isRowHeader: true,
        cell: ({ name, kind }) => <CellText title={name} description={kind} />,
      },
      {
        id: 'state',
        label: t('workload.state'),
        cell: ({ state }) => (
          <Cell>
            <StatusTag
              tone={TONES[state]}
              label={t(`workloadState.${state}`)}
            />
          </Cell>
        ),
      },
      {
        id: 'ready',
        label: t('workload.ready'),
        cell: ({ ready, desired }) => (
          <CellText title={`${ready}/${desired}`} />
        ),
      },
      {
        id: 'images',
        label: t('workload.images'),
        width: '36%',
        cell: ({ images }) => <CellText title={images.join(', ')} />,
      },
      {
        id: 'age',
        label: t('pod.age'),
        cell: ({ createdAt }) => (
          <Cell>{createdAt && <DateTime value={createdAt} relative />}</Cell>
        ),
      },
    ],
    [t],
  );
}
