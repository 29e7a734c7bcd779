import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Flex, Text, type ColumnConfig } from '@backstage/ui';
import {
  REQUESTS_COUNTED_BEYOND,
  type RequestSummary,
} from '@caas/plugin-approvals-common';
import {
  approvalsApiRef,
  RequestStateTag,
  useRequestChanges,
} from '@caas/plugin-approvals-react';
import {
  PersonName,
  useTenancyWords,
  useTenantNames,
} from '@caas/plugin-tenancy-react';
import { DateTime, PagedTable, useBilingual } from '@caas/portal-ui';
import { useKindTitles } from '../../requestKinds';
import { requestRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { environmentText } from '../environmentText';
import { NewRequestButton } from './NewRequestButton';
import type { ListQuery, View } from './useListQuery';

/** How often the list asks by itself, in case that a signal was lost. */
const POLL_SECONDS = 30;

/** One list of requests, newest first. */
export function RequestTable(props: { query: ListQuery & { view: View } }) {
  const { view, state, tenant } = props.query;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const requestHref = useRouteRef(requestRouteRef);
  const changes = useRequestChanges();
  const columns = useColumns();
  const isFiltered = Boolean(state || tenant);
  return (
    <PagedTable<RequestSummary>
      countedBeyond={REQUESTS_COUNTED_BEYOND}
      label={t(`list.view.${view}`)}
      columns={columns}
      load={range => api.requests.list({ view, state, tenant, ...range })}
      dependencies={[view, state, tenant]}
      reloadOn={changes}
      pollSeconds={POLL_SECONDS}
      getHref={({ id }) => requestHref?.({ id })}
      empty={
        isFiltered
          ? {
              title: t('list.emptyFiltered'),
              description: t('list.emptyFilteredHelp'),
            }
          : {
              title: t(`list.empty.${view}`),
              description: t(`list.emptyHelp.${view}`),
              action: view === 'to-decide' ? undefined : <NewRequestButton />,
            }
      }
    />
  );
}

function useColumns(): ColumnConfig<RequestSummary>[] {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const words = useTenancyWords();
  const tenantName = useTenantNames();
  const kindTitle = useKindTitles();
  return [
    {
      id: 'title',
      label: t('column.request'),
      isRowHeader: true,
      cell: request => (
        <CellText
          title={bilingual(request.title)}
          description={kindTitle(request.kind)}
        />
      ),
    },
    {
      id: 'tenant',
      label: t('column.tenant'),
      cell: request => (
        <CellText
          title={tenantName(request.tenant)}
          description={environmentText(request.environment, words)}
        />
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: request => (
        <Cell>
          <Flex direction="column" gap="1" align="start">
            <RequestStateTag state={request.state} />
            {request.stageTitle && (
              <Text variant="body-small" color="secondary">
                {bilingual(request.stageTitle)}
              </Text>
            )}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'requester',
      label: t('column.requester'),
      cell: request => (
        <Cell>
          <PersonName person={request.requester} />
        </Cell>
      ),
    },
    {
      id: 'updatedAt',
      label: t('column.updatedAt'),
      cell: request => (
        <Cell>
          <DateTime value={request.updatedAt} relative />
        </Cell>
      ),
    },
  ];
}
