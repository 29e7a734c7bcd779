import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { ListedTenant } from '@caas/plugin-tenancy-common';
import { TenantUseBar, useTenancyWords } from '@caas/plugin-tenancy-react';
import { PagedTable } from '@caas/portal-ui';
import { tenantRouteRef } from '../../routes';
import { tenantsTranslationRef } from '../../tenants/translation';
import { TenantStateTag } from '../TenantStateTag';

/** A row needs an id of its own. */
type TenantRow = ListedTenant & { id: string };

/** Tenants, a page at a time. */
export function TenantTable({ tenants }: { tenants: ListedTenant[] }) {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const tenantHref = useRouteRef(tenantRouteRef);
  const columns = useColumns();
  return (
    <PagedTable<TenantRow>
      label={t('list.title')}
      columns={columns}
      load={async ({ limit, offset }) => ({
        items: tenants
          .slice(offset, offset + limit)
          .map(tenant => ({ ...tenant, id: tenant.code })),
        totalCount: tenants.length,
      })}
      dependencies={[tenants.map(({ code }) => code)]}
      reloadOn={tenants}
      getHref={({ code }) => tenantHref?.({ code })}
      empty={{
        title: t('list.noMatch'),
        description: t('list.noMatchHelp'),
      }}
    />
  );
}

function useColumns(): ColumnConfig<TenantRow>[] {
  const { t } = useTranslationRef(tenantsTranslationRef);
  const words = useTenancyWords();
  return [
    {
      id: 'name',
      label: t('column.tenant'),
      isRowHeader: true,
      width: '22%',
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
      id: 'use',
      label: t('column.use'),
      width: '38%',
      cell: tenant => (
        <Cell>
          <TenantUseBar tenant={tenant} />
        </Cell>
      ),
    },
    {
      id: 'namespaces',
      label: t('column.namespaces'),
      cell: ({ namespaceCount }) => <CellText title={String(namespaceCount)} />,
    },
    {
      id: 'myRoles',
      label: t('column.myRoles'),
      cell: ({ myRoles }) => (
        <CellText title={myRoles.map(words.role).join(t('separator')) || '–'} />
      ),
    },
  ];
}
