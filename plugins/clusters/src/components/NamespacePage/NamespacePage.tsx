import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { NamespaceView } from '@caas/plugin-clusters-common';
import {
  LoadableView,
  MainAndSide,
  PageFrame,
  Section,
  useLoadable,
} from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { clusterRouteRef, namespaceRouteRef, rootRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { NamespaceQuota } from '../NamespaceTable/NamespaceQuota';
import { EventTable, PodTable, WorkloadTable } from '../Tables';
import { NamespaceFacts } from './NamespaceFacts';

const POLL_SECONDS = 15;

/** One namespace: its quota, what runs in it, and what happened lately. */
export function NamespacePage() {
  const { cluster, namespace: name } = useRouteRefParams(namespaceRouteRef);
  const { t } = useTranslationRef(clustersTranslationRef);
  const api = useApi(clustersApiRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const clusterHref = useRouteRef(clusterRouteRef)?.({ cluster }) ?? '';
  const namespace = useLoadable(
    async () => {
      const { items } = await api.namespaces.list({ cluster, name });
      if (items[0]) return items[0];
      throw new NotFoundError(t('namespaces.notThere', { name, cluster }));
    },
    [api, cluster, name],
    { pollSeconds: POLL_SECONDS },
  );
  return (
    <PageFrame
      title={name}
      breadcrumbs={[
        { label: t('page.title'), href: listHref },
        { label: cluster, href: clusterHref },
      ]}
    >
      <LoadableView loadable={namespace}>
        {found => <NamespaceBody namespace={found} />}
      </LoadableView>
    </PageFrame>
  );
}

function NamespaceBody({ namespace }: { namespace: NamespaceView }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const query = { cluster: namespace.cluster, namespace: namespace.name };
  return (
    <MainAndSide
      side={
        <>
          <NamespaceFacts namespace={namespace} />
          <Section title={t('namespaces.quota')}>
            <NamespaceQuota quotas={namespace.quotas} />
          </Section>
        </>
      }
    >
      <Section title={t('workload.title')}>
        <WorkloadTable query={query} />
      </Section>
      <Section title={t('pod.title')}>
        <PodTable query={query} />
      </Section>
      <Section title={t('event.title')}>
        <EventTable query={query} />
      </Section>
    </MainAndSide>
  );
}
