import { useMemo } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { Cluster, NamespaceView } from '@caas/plugin-clusters-common';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { namespaceRouteRef, tenantRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { useClusterTitle } from '../ClusterCard';
import { NamespacePhaseTag } from '../NamespacePhaseTag';
import type { Columns } from '../Tables/ClusterTable';
import { useEnvironmentName } from '../useEnvironmentName';
import { NamespaceQuota } from './NamespaceQuota';

/** Columns of the table of namespaces, with names in the person's language. */
export function useNamespaceColumns(
  clusters: Cluster[],
): Columns<NamespaceView> {
  const { t } = useTranslationRef(clustersTranslationRef);
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
        cell: row => (
          <CellText
            title={row.name}
            href={toNamespace?.({ cluster: row.cluster, namespace: row.name })}
          />
        ),
      },
      {
        id: 'cluster',
        label: t('namespaces.cluster'),
        cell: row => (
          <CellText
            title={clusterTitle(row.cluster)}
            description={row.environment && environmentName(row.environment)}
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
        cell: row => (
          <Cell>
            <NamespaceQuota quotas={row.quotas} />
          </Cell>
        ),
      },
    ];
  }, [clusters, t, title, tenantName, environmentName, toTenant, toNamespace]);
}
