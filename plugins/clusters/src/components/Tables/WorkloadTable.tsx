import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { Workload } from '@caas/plugin-clusters-common';
import { DateTime } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { clustersTranslationRef } from '../../translation';
import { WorkloadActions } from '../Actions';
import { ClusterTable, type Columns } from './ClusterTable';
import { WorkloadStateTag } from './WorkloadStateTag';

type WorkloadQuery = { cluster?: string; namespace?: string; entity?: string };

/** Deployments, StatefulSets and DaemonSets, as they stand. */
export function WorkloadTable({ query }: { query: WorkloadQuery }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useWorkloadColumns();
  return (
    <ClusterTable
      label={t('workload.title')}
      columns={columns}
      query={query}
      resources={['workloads']}
      load={range => api.workloads.list({ ...range, ...query })}
      empty={{
        title: t('workload.empty'),
        description: t('workload.emptyHelp'),
      }}
    />
  );
}

function useWorkloadColumns(): Columns<Workload> {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: a } = useTranslationRef(actionsTranslationRef);
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
            <WorkloadStateTag state={state} />
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
      {
        id: 'actions',
        label: a('action.column'),
        cell: workload => (
          <Cell>
            <WorkloadActions workload={workload} />
          </Cell>
        ),
      },
    ],
    [t, a],
  );
}
