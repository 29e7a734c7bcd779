import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { ClusterEvent } from '@caas/plugin-clusters-common';
import { DateTime, PagedTable, StatusTag } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clustersTranslationRef } from '../../translation';

const POLL_SECONDS = 15;

type EventRow = ClusterEvent & { id: string };

/** What happened lately, as the cluster tells it; the latest first. */
export function EventTable(props: {
  query: { cluster?: string; namespace?: string; object?: string };
}) {
  const { query } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useEventColumns();
  return (
    <PagedTable
      label={t('event.title')}
      columns={columns}
      dependencies={[query]}
      pollSeconds={POLL_SECONDS}
      pageSize={10}
      load={async range => {
        const { items, totalCount } = await api.events.list({
          ...range,
          ...query,
        });
        return {
          totalCount,
          items: items.map((event, index) => ({
            ...event,
            id: `${range.offset + index}`,
          })),
        };
      }}
      empty={{ title: t('event.empty'), description: t('event.emptyHelp') }}
    />
  );
}

function useEventColumns(): ColumnConfig<EventRow>[] {
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
