import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { ApplySetChange } from '@caas/plugin-clusters-common';
import { DateTime, PagedTable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clustersTranslationRef } from '../../translation';

type ChangeRow = ApplySetChange & { id: string };

/** Who wanted what of an apply set, when and why. */
export function ChangeTable(props: { cluster: string; id: string }) {
  const { cluster, id } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useMemo<ColumnConfig<ChangeRow>[]>(
    () => [
      {
        id: 'at',
        label: t('event.at'),
        cell: ({ at }) => (
          <Cell>
            <DateTime value={at} />
          </Cell>
        ),
      },
      {
        id: 'verb',
        label: t('applySet.change'),
        isRowHeader: true,
        cell: ({ verb, generation }) => (
          <CellText
            title={t(`applySet.${verb}`)}
            description={t('applySet.asGeneration', {
              generation: String(generation),
            })}
          />
        ),
      },
      {
        id: 'actor',
        label: t('applySet.actor'),
        cell: ({ actor }) => <CellText title={actor} />,
      },
      {
        id: 'reason',
        label: t('applySet.reason'),
        width: '40%',
        cell: ({ reason }) => <CellText title={reason} />,
      },
    ],
    [t],
  );
  return (
    <PagedTable
      label={t('applySet.history')}
      columns={columns}
      dependencies={[cluster, id]}
      pageSize={10}
      load={async range => {
        const { items, totalCount } = await api.applySets.changes({
          ...range,
          cluster,
          id,
        });
        return {
          totalCount,
          items: items.map((change, index) => ({
            ...change,
            id: `${range.offset + index}`,
          })),
        };
      }}
      empty={{
        title: t('applySet.noHistory'),
        description: t('applySet.noHistoryHelp'),
      }}
    />
  );
}
