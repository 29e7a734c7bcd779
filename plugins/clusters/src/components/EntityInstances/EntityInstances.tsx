import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Flex, Text } from '@backstage/ui';
import { MAX_INSTANCE_PLACES } from '@caas/plugin-clusters-common';
import { LoadableView, Section, useLoadable } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { useClusterChanges } from '../../hooks/useClusterChanges';
import { PodTable } from '../Tables';
import { InstancePlaces } from './InstancePlaces';
import { kubernetesIdOf } from './kubernetesIdOf';

const POLL_SECONDS = 60;

/** The tab of an entity: what runs of it, on every cluster that the person may see. */
export function EntityInstances() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(actionsTranslationRef);
  const api = useApi(clustersApiRef);
  const id = kubernetesIdOf(entity);
  const change = useClusterChanges(undefined, ['workloads', 'pods']);
  const found = useLoadable(
    () => api.workloads.ofEntity({ entity: id }),
    [api, id],
    { pollSeconds: POLL_SECONDS, reloadOn: change },
  );
  const silent = found.status === 'data' ? found.data.unreachable : [];
  return (
    <Flex direction="column" gap="4">
      {silent.map(({ cluster, reason }) => (
        <Alert
          key={cluster}
          role="status"
          status="warning"
          icon
          title={t('instances.unreachable', { cluster })}
          description={reason}
        />
      ))}
      <LoadableView
        loadable={found}
        empty={{
          when: ({ placeCount }) => placeCount === 0,
          title: t('instances.empty'),
          description: t('instances.emptyHelp', { id }),
        }}
      >
        {instances => (
          <Flex direction="column" gap="4">
            <Text as="p">
              {t('instances.summary', {
                pods: String(instances.podCount),
                places: String(instances.placeCount),
              })}
            </Text>
            {instances.placeCount > instances.places.length && (
              <Text as="p" color="secondary">
                {t('instances.cut', {
                  shown: String(MAX_INSTANCE_PLACES),
                  all: String(instances.placeCount),
                })}
              </Text>
            )}
            <InstancePlaces places={instances.places} />
            <Section title={t('instances.pods')}>
              <PodTable query={{ entity: id }} />
            </Section>
          </Flex>
        )}
      </LoadableView>
    </Flex>
  );
}
