import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { ClusterDetail } from '@caas/plugin-clusters-common';
import {
  LoadableView,
  MainAndSide,
  PageFrame,
  PartTabs,
  Section,
  useLoadable,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { useClusterChanges } from '../../hooks/useClusterChanges';
import { clusterRouteRef, rootRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { usageTranslationRef } from '../../usage/translation';
import { CapacityBars } from '../CapacityBars';
import { ClusterCard, useClusterTitle } from '../ClusterCard';
import { NamespaceTable } from '../NamespaceTable';
import { RegistrationActions } from '../Registration';
import { ApplySetTable, EventTable, NodeTable } from '../Tables';
import { TenantUsageTable } from '../TenantUsage';
import { UsageHistorySection } from '../UsageHistory';
import { NodeSection } from './NodeSection';
import { PartitionList } from './PartitionList';

/** Changes are told by signals; this is for those that are lost. */
const POLL_SECONDS = 60;

/** One cluster: what it has and promises, its nodes, and what happened lately. */
export function ClusterPage() {
  const { cluster } = useRouteRefParams(clusterRouteRef);
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const title = useClusterTitle();
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const change = useClusterChanges(cluster, [
    'cluster',
    'nodes',
    'pods',
    'usage',
  ]);
  const detail = useLoadable(
    () => api.clusters.get({ cluster }),
    [api, cluster],
    { pollSeconds: POLL_SECONDS, reloadOn: change },
  );
  return (
    <PageFrame
      title={detail.status === 'data' ? title(detail.data) : cluster}
      breadcrumbs={[{ label: t('page.title'), href: listHref }]}
      actions={
        detail.status === 'data' && (
          <RegistrationActions cluster={detail.data} />
        )
      }
    >
      <LoadableView loadable={detail}>
        {found => <ClusterBody cluster={found} />}
      </LoadableView>
    </PageFrame>
  );
}

function ClusterBody({ cluster }: { cluster: ClusterDetail }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { name, gaps } = cluster;
  return (
    <>
      {gaps.map(gap => (
        <Alert key={gap} status="warning" icon description={gap} />
      ))}
      <PartTabs
        label={t('cluster.parts')}
        parts={[
          {
            id: 'overview',
            title: t('cluster.overview'),
            content: <Overview cluster={cluster} />,
          },
          {
            id: 'nodes',
            title: t('node.title'),
            content: (
              <Section title={t('node.title')}>
                <NodeTable cluster={name} />
              </Section>
            ),
          },
          {
            id: 'namespaces',
            title: t('namespaces.title'),
            content: <Namespaces cluster={cluster} />,
          },
          {
            id: 'apply-sets',
            title: t('applySet.title'),
            content: (
              <Section title={t('applySet.title')}>
                <ApplySetTable cluster={name} />
              </Section>
            ),
          },
          {
            id: 'events',
            title: t('event.title'),
            content: (
              <Section title={t('event.title')}>
                <EventTable query={{ cluster: name }} />
              </Section>
            ),
          },
        ]}
      />
    </>
  );
}

function Overview({ cluster }: { cluster: ClusterDetail }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const { name } = cluster;
  return (
    <MainAndSide
      side={
        <>
          <ClusterCard cluster={cluster} />
          <Section title={t('partition.title')}>
            <PartitionList partitions={cluster.partitions} />
          </Section>
        </>
      }
    >
      <Section title={t('capacity.title')}>
        <CapacityBars capacity={cluster.capacity} />
      </Section>
      <NodeSection cluster={name} />
      <UsageHistorySection
        cluster={name}
        load={hours => api.usage.ofCluster({ cluster: name, hours })}
        dependencies={[api, name]}
      />
    </MainAndSide>
  );
}

function Namespaces({ cluster }: { cluster: ClusterDetail }) {
  const { t: u } = useTranslationRef(usageTranslationRef);
  return (
    <>
      <Section title={u('tenants.title')}>
        <TenantUsageTable cluster={cluster.name} />
      </Section>
      <NamespaceTable clusters={[cluster]} />
    </>
  );
}
