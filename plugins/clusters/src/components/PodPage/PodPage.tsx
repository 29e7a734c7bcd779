import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PodDetail } from '@caas/plugin-clusters-common';
import { MainAndSide, Section } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { actionsTranslationRef } from '../../actions/translation';
import { podRouteRef } from '../../routes';
import { ObjectConditions } from '../ObjectConditions';
import { PartOfClusterPage } from '../PartOfClusterPage';
import { PodLogSection } from '../PodLog';
import { EventTable } from '../Tables';
import { ContainerTable } from './ContainerTable';
import { PodFacts } from './PodFacts';

const POLL_SECONDS = 10;

/** One pod: its containers, what they write, and what happened to it. */
export function PodPage() {
  const { cluster, namespace, pod } = useRouteRefParams(podRouteRef);
  const api = useApi(clustersApiRef);
  return (
    <PartOfClusterPage
      cluster={cluster}
      title={pod}
      load={() => api.pods.get({ cluster, namespace, pod })}
      dependencies={[api, cluster, namespace, pod]}
      pollSeconds={POLL_SECONDS}
    >
      {found => <PodBody pod={found} />}
    </PartOfClusterPage>
  );
}

function PodBody({ pod }: { pod: PodDetail }) {
  const { t } = useTranslationRef(actionsTranslationRef);
  const { cluster, namespace, name: object } = pod;
  return (
    <MainAndSide side={<PodFacts pod={pod} />}>
      <Section title={t('pod.containers')}>
        <ContainerTable containers={pod.containerList} />
      </Section>
      <PodLogSection key={`${cluster}/${namespace}/${object}`} pod={pod} />
      <Section title={t('pod.conditions')}>
        {pod.conditions.length === 0 ? (
          <Text color="secondary">{t('pod.noConditions')}</Text>
        ) : (
          <ObjectConditions conditions={pod.conditions} />
        )}
      </Section>
      <Section title={t('pod.events')}>
        <EventTable query={{ cluster, namespace, object }} />
      </Section>
    </MainAndSide>
  );
}
