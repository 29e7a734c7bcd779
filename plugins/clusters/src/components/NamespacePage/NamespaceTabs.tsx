import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { Section } from '@caas/portal-ui';
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

const TABS = ['runs', 'network', 'storage', 'usage', 'events'] as const;

type Query = { cluster: string; namespace: string };

/** What is in a namespace, a part at a time: only the part that is looked at asks the server. Its name is in the address. */
export function NamespaceTabs({ query }: { query: Query }) {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const [search, setSearch] = useSearchParams();
  const selected = TABS.find(tab => tab === search.get('part')) ?? 'runs';
  const panels: Record<(typeof TABS)[number], ReactNode> = {
    runs: <Runs query={query} />,
    network: <Network query={query} />,
    storage: (
      <Section title={t('claim.title')}>
        <PersistentVolumeClaimTable query={query} />
      </Section>
    ),
    usage: <Usage query={query} />,
    events: <Events query={query} />,
  };
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={key =>
        setSearch({ part: String(key) }, { replace: true })
      }
    >
      <TabList aria-label={t('tab.label')}>
        {TABS.map(tab => (
          <Tab key={tab} id={tab}>
            {t(`tab.${tab}`)}
          </Tab>
        ))}
      </TabList>
      {TABS.map(tab => (
        <TabPanel key={tab} id={tab}>
          <Flex direction="column" gap="4" mt="4">
            {panels[tab]}
          </Flex>
        </TabPanel>
      ))}
    </Tabs>
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
