import { useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Flex, Select, type ColumnConfig } from '@backstage/ui';
import {
  applySetState,
  type ApplySet,
  type ApplySetState,
} from '@caas/plugin-clusters-common';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { DateTime, PagedTable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { applySetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ApplySetStateTag } from '../ApplySetStateTag';

const POLL_SECONDS = 10;

/** The apply sets of a cluster that the person may see: what domains want there, and how far the cluster is. */
export function ApplySetTable({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const columns = useApplySetColumns();
  const [state, setState] = useState<ApplySetState>();
  return (
    <>
      <StateFilter state={state} onChange={setState} />
      <PagedTable
        label={t('applySet.title')}
        columns={columns}
        dependencies={[cluster, state]}
        pollSeconds={POLL_SECONDS}
        pageSize={10}
        load={range => api.applySets.list({ ...range, cluster, state })}
        empty={{
          title: t('applySet.empty'),
          description: t('applySet.emptyHelp'),
        }}
      />
    </>
  );
}

const ALL = 'all';

function StateFilter(props: {
  state?: ApplySetState;
  onChange(state: ApplySetState | undefined): void;
}) {
  const { state, onChange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Flex mb="3">
      <Select
        label={t('applySet.state')}
        value={state ?? ALL}
        onChange={key =>
          onChange(applySetState.options.find(each => each === key))
        }
        options={[
          { id: ALL, label: t('applySet.allStates') },
          ...applySetState.options.map(each => ({
            id: each,
            label: t(`applySetState.${each}`),
          })),
        ]}
      />
    </Flex>
  );
}

function useApplySetColumns(): ColumnConfig<ApplySet>[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  const tenantName = useTenantNames();
  const toSet = useRouteRef(applySetRouteRef);
  return useMemo(
    () => [
      {
        id: 'id',
        label: t('applySet.name'),
        isRowHeader: true,
        width: '40%',
        cell: ({ cluster, id, owner }) => (
          <CellText
            title={id}
            description={owner}
            href={toSet?.({ cluster, id })}
          />
        ),
      },
      {
        id: 'state',
        label: t('applySet.state'),
        width: '26%',
        cell: ({ state }) => (
          <Cell>
            <ApplySetStateTag state={state} />
          </Cell>
        ),
      },
      {
        id: 'tenant',
        label: t('applySet.tenant'),
        cell: ({ tenant }) => (
          <CellText title={tenant ? tenantName(tenant) : '–'} />
        ),
      },
      {
        id: 'updated',
        label: t('applySet.updatedAt'),
        cell: ({ updatedAt }) => (
          <Cell>
            <DateTime value={updatedAt} relative />
          </Cell>
        ),
      },
    ],
    [t, tenantName, toSet],
  );
}
