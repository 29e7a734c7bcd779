import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Link, type ColumnConfig } from '@backstage/ui';
import type { RequestSummary } from '@caas/plugin-approvals-common';
import {
  approvalsApiRef,
  RequestStateTag,
  useRequestChanges,
} from '@caas/plugin-approvals-react';
import type { Tenant } from '@caas/plugin-tenancy-common';
import { PersonName } from '@caas/plugin-tenancy-react';
import { DateTime, PagedTable, Section, useBilingual } from '@caas/portal-ui';
import { requestRouteRef, requestsRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { ApplyForNamespace } from '../ApplyForNamespace';

const POLL_SECONDS = 30;

/** What was asked for in a tenant, newest first. */
export function TenantRequests({ tenant }: { tenant: Tenant }) {
  const { code } = tenant;
  const { t } = useTranslationRef(tenantsTranslationRef);
  const api = useApi(approvalsApiRef);
  const desk = useRouteRef(requestsRouteRef)?.();
  const toRequest = useRouteRef(requestRouteRef);
  const changes = useRequestChanges();
  const columns = useColumns();
  return (
    <Section
      title={t('requests.title')}
      actions={
        desk && (
          <Link
            href={`${desk}?${new URLSearchParams({ view: 'all', tenant: code })}`}
          >
            {t('requests.all')}
          </Link>
        )
      }
    >
      <PagedTable<RequestSummary>
        label={t('requests.title')}
        columns={columns}
        load={range =>
          api.requests.list({ view: 'all', tenant: code, ...range })
        }
        dependencies={[code]}
        reloadOn={changes}
        pollSeconds={POLL_SECONDS}
        getHref={({ id }) => toRequest?.({ id })}
        empty={{
          title: t('requests.empty'),
          description: t('requests.emptyHelp'),
          action: <ApplyForNamespace tenant={tenant} />,
        }}
      />
    </Section>
  );
}

function useColumns(): ColumnConfig<RequestSummary>[] {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const bilingual = useBilingual();
  return [
    {
      id: 'title',
      label: t('column.request'),
      isRowHeader: true,
      width: '40%',
      cell: ({ title, stageTitle }) => (
        <CellText
          title={bilingual(title)}
          description={stageTitle && bilingual(stageTitle)}
        />
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: ({ state }) => (
        <Cell>
          <RequestStateTag state={state} />
        </Cell>
      ),
    },
    {
      id: 'requester',
      label: t('column.requester'),
      cell: ({ requester }) => (
        <Cell>
          <PersonName person={requester} />
        </Cell>
      ),
    },
    {
      id: 'changed',
      label: t('column.changed'),
      cell: ({ updatedAt }) => (
        <Cell>
          <DateTime value={updatedAt} relative />
        </Cell>
      ),
    },
  ];
}
