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
  Section,
  useLoadable,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clusterRouteRef, rootRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { CapacityBars } from '../CapacityBars';
import { ClusterCard, useClusterTitle } from '../ClusterCard';
import { ApplySetTable, EventTable } from '../Tables';
import { NodeSection } from './NodeSection';
import { PartitionList } from './PartitionList';

const POLL_SECONDS = 15;

/** One cluster: what it has and promises, its nodes, and what happened lately. */
export function ClusterPage() {
  const { cluster } = useRouteRefParams(clusterRouteRef);
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const title = useClusterTitle();
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const detail = useLoadable(
    () => api.clusters.get({ cluster }),
    [api, cluster],
    { pollSeconds: POLL_SECONDS },
  );
  return (
    <PageFrame
      title={detail.status === 'data' ? title(detail.data) : cluster}
      breadcrumbs={[{ label: t('page.title'), href: listHref }]}
    >
      <LoadableView loadable={detail}>
        {found => <ClusterBody cluster={found} />}
      </LoadableView>
    </PageFrame>
  );
}

function ClusterBody({ cluster }: { cluster: ClusterDetail }) {
  const { t } = useTranslationRef(clustersTranslationRef);
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
      {cluster.gaps.map(gap => (
        <Alert key={gap} status="warning" icon description={gap} />
      ))}
      <Section title={t('capacity.title')}>
        <CapacityBars capacity={cluster.capacity} />
      </Section>
      <NodeSection cluster={cluster.name} />
      <Section title={t('applySet.title')}>
        <ApplySetTable cluster={cluster.name} />
      </Section>
      <Section title={t('event.title')}>
        <EventTable query={{ cluster: cluster.name }} />
      </Section>
    </MainAndSide>
  );
}
