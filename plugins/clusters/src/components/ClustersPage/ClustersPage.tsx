import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Grid } from '@backstage/ui';
import type { Cluster } from '@caas/plugin-clusters-common';
import {
  LoadableView,
  PageFrame,
  useLoadable,
  type Loadable,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { useClusterChanges } from '../../hooks/useClusterChanges';
import { clusterRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ClusterCard } from '../ClusterCard';
import { NamespaceTable } from '../NamespaceTable';
import { RegisterLink } from '../Registration';

/** Changes are told by signals; this is for those that are lost. */
const POLL_SECONDS = 60;

/** The clusters and what stands on them. */
export function ClustersPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const clusters = useClusters();
  const toCluster = useRouteRef(clusterRouteRef);
  return (
    <PageFrame
      title={t('page.title')}
      description={t('page.description')}
      actions={<RegisterLink />}
    >
      <LoadableView
        loadable={clusters}
        empty={{
          when: found => found.length === 0,
          title: t('clusters.empty'),
          description: t('clusters.emptyHelp'),
        }}
      >
        {found => (
          <>
            <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
              {found.map(cluster => (
                <Grid.Item key={cluster.name}>
                  <ClusterCard
                    cluster={cluster}
                    href={toCluster?.({ cluster: cluster.name })}
                  />
                </Grid.Item>
              ))}
            </Grid.Root>
            <NamespaceTable clusters={found} />
          </>
        )}
      </LoadableView>
    </PageFrame>
  );
}

function useClusters(): Loadable<Cluster[]> {
  const api = useApi(clustersApiRef);
  const change = useClusterChanges(undefined, [
    'cluster',
    'nodes',
    'pods',
    'usage',
  ]);
  return useLoadable(async () => (await api.clusters.list({})).items, [api], {
    pollSeconds: POLL_SECONDS,
    reloadOn: change,
  });
}
