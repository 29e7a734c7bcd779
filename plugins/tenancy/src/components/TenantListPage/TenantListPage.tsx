import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { Tenant } from '@caas/plugin-tenancy-common';
import {
  tenancyApiRef,
  useTenancyChanges,
  useTenancyWords,
} from '@caas/plugin-tenancy-react';
import { PagedTable, PageFrame } from '@caas/portal-ui';
import { tenantRouteRef } from '../../routes';
import { tenancyTranslationRef } from '../../translation';
import { TenantStateTag } from '../TenantStateTag';

/** A row needs an id of its own. */
type TenantRow = Tenant & { id: string };

/** The tenants that the person may see. */
export function TenantListPage() {
  const api = useApi(tenancyApiRef);
  const { t } = useTranslationRef(tenancyTranslationRef);
  const tenantHref = useRouteRef(tenantRouteRef);
  const changes = useTenancyChanges();
  const columns = useColumns();
  return (
    <PageFrame title={t('list.title')} description={t('list.description')}>
      <PagedTable<TenantRow>
        label={t('list.title')}
        columns={columns}
        load={async range => {
          const { items, totalCount } = await api.tenants.list(range);
          return {
            items: items.map(tenant => ({ ...tenant, id: tenant.code })),
            totalCount,
          };
        }}
        dependencies={[]}
        reloadOn={changes}
        getHref={({ code }) => tenantHref?.({ code })}
        empty={{ title: t('list.empty'), description: t('list.emptyHelp') }}
      />
    </PageFrame>
  );
}

function useColumns(): ColumnConfig<TenantRow>[] {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const words = useTenancyWords();
  return [
    {
      id: 'name',
      label: t('column.tenant'),
      isRowHeader: true,
      cell: tenant => (
        <CellText title={words.tenantName(tenant)} description={tenant.code} />
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      cell: ({ state }) => (
        <Cell>
          <TenantStateTag state={state} />
        </Cell>
      ),
    },
    {
      id: 'myRoles',
      label: t('column.myRoles'),
      cell: ({ myRoles }) => (
        <CellText title={myRoles.map(words.role).join(t('separator')) || '–'} />
      ),
    },
    {
      id: 'namespaceCount',
      label: t('column.namespaceCount'),
      cell: ({ namespaceCount }) => <CellText title={String(namespaceCount)} />,
    },
  ];
}
