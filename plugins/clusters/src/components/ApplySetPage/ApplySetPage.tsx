import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { ApplySet } from '@caas/plugin-clusters-common';
import { ConditionTable, MainAndSide, Section } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { applySetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { PartOfClusterPage } from '../PartOfClusterPage';
import { ApplySetFacts } from './ApplySetFacts';
import { ChangeTable } from './ChangeTable';
import { ObjectList } from './ObjectList';

const POLL_SECONDS = 5;

/** One apply set: what a domain wants on a cluster, how far the cluster is, and who asked for it. */
export function ApplySetPage() {
  const { cluster, id } = useRouteRefParams(applySetRouteRef);
  const api = useApi(clustersApiRef);
  return (
    <PartOfClusterPage
      cluster={cluster}
      title={id}
      load={() => api.applySets.get({ cluster, id })}
      dependencies={[api, cluster, id]}
      pollSeconds={POLL_SECONDS}
    >
      {set => <ApplySetBody set={set} />}
    </PartOfClusterPage>
  );
}

function ApplySetBody({ set }: { set: ApplySet }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <MainAndSide side={<ApplySetFacts set={set} />}>
      {set.lastError && (
        <Alert
          status={set.state === 'stalled' ? 'danger' : 'warning'}
          icon
          description={set.lastError}
        />
      )}
      <Section title={t('applySet.objects')}>
        <ObjectList objects={set.objects} />
      </Section>
      <Section title={t('applySet.conditions')}>
        <ConditionTable conditions={set.conditions} />
      </Section>
      <Section title={t('applySet.history')}>
        <ChangeTable cluster={set.cluster} id={set.id} />
      </Section>
    </MainAndSide>
  );
}
