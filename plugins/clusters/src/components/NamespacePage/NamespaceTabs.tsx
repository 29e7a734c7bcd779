import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PartTabs, Section } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import { clustersTranslationRef } from '../../translation';
import {
  AutoscalerTable,
  GatewayTable,
  IngressTable,
  JobTable,
  PersistentVolumeClaimTable,
  RouteTable,
  ServiceTable,
} from '../ResourceTables';
import { EventTable, PodTable, WorkloadTable } from '../Tables';
import { UsageHistorySection } from '../UsageHistory';

type Query = { cluster: string; namespace: string };

/** What is in a namespace, a part at a time. */
export function NamespaceTabs({ query }: { query: Query }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  return (
    <PartTabs
      label={t('tab.label')}
      parts={[
        { id: 'runs', title: t('tab.runs'), content: <Runs query={query} /> },
        {
          id: 'network',
          title: t('tab.network'),
          content: <Network query={query} />,
        },
        {
          id: 'storage',
          title: t('tab.storage'),
          content: <Storage query={query} />,
        },
        {
          id: 'usage',
          title: t('tab.usage'),
          content: <Usage query={query} />,
        },
        {
          id: 'events',
          title: t('tab.events'),
          content: <Events query={query} />,
        },
      ]}
    />
  );
}

function Runs({ query }: { query: Query }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: r } = useTranslationRef(resourcesTranslationRef);
  return (
    <>
      <Section title={t('workload.title')}>
        <WorkloadTable query={query} />
      </Section>
      <Section title={t('pod.title')}>
        <PodTable query={query} />
      </Section>
      <Section title={r('autoscaler.title')}>
        <AutoscalerTable query={query} />
      </Section>
      <Section title={r('job.title')}>
        <JobTable query={query} />
      </Section>
    </>
  );
}

function Network({ query }: { query: Query }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  return (
    <>
      <Section title={t('service.title')}>
        <ServiceTable query={query} />
      </Section>
      <Section title={t('ingress.title')}>
        <IngressTable query={query} />
      </Section>
      <Section title={t('route.title')}>
        <RouteTable query={query} />
      </Section>
      <Section title={t('gateway.title')}>
        <GatewayTable query={query} />
      </Section>
    </>
  );
}

function Storage({ query }: { query: Query }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  return (
    <Section title={t('claim.title')}>
      <PersistentVolumeClaimTable query={query} />
    </Section>
  );
}

function Usage({ query }: { query: Query }) {
  const { cluster, namespace } = query;
  const api = useApi(clustersApiRef);
  return (
    <UsageHistorySection
      cluster={cluster}
      load={hours => api.usage.ofNamespace({ cluster, namespace, hours })}
      dependencies={[api, cluster, namespace]}
    />
  );
}

function Events({ query }: { query: Query }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Section title={t('event.title')}>
      <EventTable query={query} />
    </Section>
  );
}
