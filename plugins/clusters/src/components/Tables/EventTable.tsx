import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { ClusterEvent } from '@caas/plugin-clusters-common';
import { DateTime, StatusTag } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clustersTranslationRef } from '../../translation';
import { ClusterTable, type Columns } from './ClusterTable';

/** What happened lately, as the cluster tells it; the latest first. */
export function EventTable(props: {
  query: { cluster?: string; namespace?: string; object?: string };
}) {
  const { query } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useEventColumns();
  return (
    <ClusterTable
      label={t('event.title')}
      columns={columns}
      query={query}
      resources={['events']}
      pageSize={10}
      load={range => api.events.list({ ...range, ...query })}
      empty={{ title: t('event.empty'), description: t('event.emptyHelp') }}
    />
  );
}

function useEventColumns(): Columns<ClusterEvent> {
  const { t } = useTranslationRef(clustersTranslationRef);
  return useMemo(
    () => [
      {
        id: 'at',
        label: t('event.at'),
        cell: ({ at, count }) => (
          <Cell>
            {at && <DateTime value={at} relative />}
            {count > 1 && ` × ${count}`}
          </Cell>
        ),
      },
      {
        id: 'reason',
        label: t('event.reason'),
        cell: ({ type, reason }) => (
          <Cell>
            <StatusTag
              tone={type === 'Warning' ? 'warning' : 'neutral'}
              label={reason}
            />
          </Cell>
        ),
      },
      {
        id: 'object',
        label: t('event.object'),
        isRowHeader: true,
        cell: ({ kind, object, namespace }) => (
          <CellText title={object} description={`${kind} · ${namespace}`} />
        ),
      },
      {
        id: 'message',
        label: t('event.message'),
        width: '40%',
        cell: ({ message }) => <Cell>{message}</Cell>,
      },
    ],
    [t],
  );
}
