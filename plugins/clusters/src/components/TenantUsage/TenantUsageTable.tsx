import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText } from '@backstage/ui';
import type { CpuAndMemory, TenantUsage } from '@caas/plugin-clusters-common';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { formatBytes, formatCores, usePortalLanguage } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { tenantRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { usageTranslationRef } from '../../usage/translation';
import { AmountCell } from '../Tables/AmountCell';
import { ClusterTable, type Columns } from '../Tables/ClusterTable';

/** A tenant on one cluster. */
type Row = TenantUsage & { cluster: string; name: string };

/** What each tenant has asked for and uses on a cluster, the largest first. */
export function TenantUsageTable({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(usageTranslationRef);
  const api = useApi(clustersApiRef);
  return (
    <ClusterTable
      label={t('tenants.title')}
      columns={useTenantColumns()}
      query={{ cluster }}
      resources={['pods', 'namespaces', 'usage']}
      pageSize={10}
      load={async range => {
        const page = await api.tenants.usage({ ...range, cluster });
        return {
          totalCount: page.totalCount,
          items: page.items.map(row => ({
            ...row,
            cluster,
            name: row.tenant ?? '',
          })),
        };
      }}
      empty={{ title: t('tenants.empty'), description: t('tenants.emptyHelp') }}
    />
  );
}

function useTenantColumns(): Columns<Row> {
  const { t } = useTranslationRef(usageTranslationRef);
  const { t: c } = useTranslationRef(clustersTranslationRef);
  const language = usePortalLanguage();
  const tenantName = useTenantNames();
  const toTenant = useRouteRef(tenantRouteRef);
  const column = (
    id: 'cpu' | 'memory',
    amountOf: (amounts: CpuAndMemory) => number,
    format: typeof formatCores,
  ): Columns<Row>[number] => ({
    id,
    label: t(`resource.${id}`),
    cell: ({ requested, hard, used }) => {
      const limit = amountOf(hard);
      const facts = [
        ...(limit > 0
          ? [t('tenants.quota', { amount: format(limit, language) })]
          : []),
        ...(used
          ? [t('tenants.usedOf', { amount: format(amountOf(used), language) })]
          : []),
      ];
      return (
        <AmountCell
          amount={format(amountOf(requested), language)}
          facts={facts}
        />
      );
    },
  });
  return [
    {
      id: 'name',
      label: t('tenants.name'),
      isRowHeader: true,
      cell: ({ tenant, namespaceCount }) => (
        <CellText
          title={tenant ? tenantName(tenant) : c('namespaces.platform')}
          description={t('tenants.namespaces', { count: namespaceCount })}
          href={tenant && toTenant?.({ code: tenant })}
        />
      ),
    },
    column('cpu', ({ cpuMillicores }) => cpuMillicores, formatCores),
    column('memory', ({ memoryBytes }) => memoryBytes, formatBytes),
    {
      id: 'pods',
      label: t('resource.pods'),
      cell: ({ requested }) => <CellText title={String(requested.pods)} />,
    },
  ];
}
