import { useMemo } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { Cluster, NamespaceView } from '@caas/plugin-clusters-common';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { formatBytes, formatCores, usePortalLanguage } from '@caas/portal-ui';
import { namespaceRouteRef, tenantRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { useClusterTitle } from '../ClusterCard';
import { NamespacePhaseTag } from '../NamespacePhaseTag';
import { AmountCell } from '../Tables/AmountCell';
import type { Columns } from '../Tables/ClusterTable';
import { useEnvironmentName } from '../useEnvironmentName';
import { NamespaceQuota } from './NamespaceQuota';

/** Columns of the table of namespaces, with names in the person's language. */
export function useNamespaceColumns(
  clusters: Cluster[],
): Columns<NamespaceView> {
  const { t } = useTranslationRef(clustersTranslationRef);
  const language = usePortalLanguage();
  const title = useClusterTitle();
  const tenantName = useTenantNames();
  const environmentName = useEnvironmentName();
  const toTenant = useRouteRef(tenantRouteRef);
  const toNamespace = useRouteRef(namespaceRouteRef);
  return useMemo(() => {
    const clusterTitle = (name: string) => {
      const known = clusters.find(cluster => cluster.name === name);
      return known ? title(known) : name;
    };
    return [
      {
        id: 'name',
        label: t('namespaces.name'),
        isRowHeader: true,
        width: '22%',
        cell: row => (
          <CellText
            title={row.name}
            href={toNamespace?.({ cluster: row.cluster, namespace: row.name })}
          />
        ),
      },
      {
        id: 'environment',
        label: t('namespaces.environment'),
        cell: row => (
          <CellText
            title={row.environment ? environmentName(row.environment) : '–'}
            // Said by the page itself where there is only one.
            description={
              clusters.length > 1 ? clusterTitle(row.cluster) : undefined
            }
          />
        ),
      },
      {
        id: 'tenant',
        label: t('namespaces.tenant'),
        cell: row => (
          <CellText
            title={
              row.tenant ? tenantName(row.tenant) : t('namespaces.platform')
            }
            href={row.tenant && toTenant?.({ code: row.tenant })}
          />
        ),
      },
      {
        id: 'phase',
        label: t('namespaces.phase'),
        cell: row => (
          <Cell>
            <NamespacePhaseTag phase={row.phase} />
          </Cell>
        ),
      },
      {
        id: 'quota',
        label: t('namespaces.quota'),
        width: '32%',
        cell: row => (
          <Cell>
            <NamespaceQuota quotas={row.quotas} />
          </Cell>
        ),
      },
      {
        id: 'use',
        label: t('namespaces.use'),
        cell: ({ used }) =>
          used ? (
            <AmountCell
              amount={formatCores(used.cpuMillicores, language)}
              facts={[formatBytes(used.memoryBytes, language)]}
            />
          ) : (
            <CellText title="–" />
          ),
      },
    ];
  }, [
    clusters,
    t,
    language,
    title,
    tenantName,
    environmentName,
    toTenant,
    toNamespace,
  ]);
}
