import { lazy, Suspense, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Select, Skeleton, Text, ToggleButton } from '@backstage/ui';
import type { UsageHistory } from '@caas/plugin-clusters-common';
import { LoadableView, Section, useLoadable } from '@caas/portal-ui';
import { useClusterChanges } from '../../hooks/useClusterChanges';
import { usageTranslationRef } from '../../usage/translation';
import { seriesOf, type Measure } from './seriesOf';
import { UsageSummary } from './UsageSummary';
import { UsageTable } from './UsageTable';

/** Of its own: the library of the chart is larger than the rest of the page. */
const UsageChart = lazy(() =>
  import('./UsageChart').then(module => ({ default: module.UsageChart })),
);

/** Intervals last five minutes at least. */
const POLL_SECONDS = 300;
const PERIODS = [24, 168, 336] as const;

type Period = (typeof PERIODS)[number];

/** What was there, promised and used over time: a chart, its highest in a sentence, and its figures as a table. */
export function UsageHistorySection(props: {
  /** Whose use it is; only its changes load it anew. */
  cluster: string;
  load(hours: number): Promise<UsageHistory>;
  dependencies: unknown[];
}) {
  const { t } = useTranslationRef(usageTranslationRef);
  const [hours, setHours] = useState<Period>(24);
  const [measure, setMeasure] = useState<Measure>('cpu');
  const [isTable, setIsTable] = useState(false);
  const change = useClusterChanges(props.cluster, ['cluster']);
  const history = useLoadable(
    () => props.load(hours),
    [...props.dependencies, hours],
    { pollSeconds: POLL_SECONDS, reloadOn: change, keepData: true },
  );
  return (
    <Section
      title={t('history.title')}
      actions={
        <ToggleButton isSelected={isTable} onChange={setIsTable}>
          {isTable ? t('history.asChart') : t('history.asTable')}
        </ToggleButton>
      }
    >
      <Choice
        hours={hours}
        measure={measure}
        onHours={setHours}
        onMeasure={setMeasure}
      />
      <LoadableView
        loadable={history}
        empty={{
          when: ({ points }) => points.length === 0,
          title: t('history.empty'),
          description: t('history.emptyHelp'),
        }}
      >
        {found => (
          <Flex direction="column" gap="3">
            {isTable ? (
              <UsageTable history={found} measure={measure} />
            ) : (
              <Suspense fallback={<Skeleton width="100%" height={260} />}>
                <UsageChart
                  series={seriesOf(found, measure)}
                  measure={measure}
                  hours={hours}
                />
              </Suspense>
            )}
            <UsageSummary history={found} measure={measure} />
            <Text as="p" variant="body-small" color="secondary">
              {t('history.interval', {
                minutes: String(found.intervalSeconds / 60),
              })}
            </Text>
          </Flex>
        )}
      </LoadableView>
    </Section>
  );
}

function Choice(props: {
  hours: Period;
  measure: Measure;
  onHours(hours: Period): void;
  onMeasure(measure: Measure): void;
}) {
  const { t } = useTranslationRef(usageTranslationRef);
  return (
    <Flex gap="3" mb="3" align="end" style={{ flexWrap: 'wrap' }}>
      <Select
        label={t('history.period')}
        value={String(props.hours)}
        onChange={key => {
          const hours = PERIODS.find(each => String(each) === key);
          if (hours) props.onHours(hours);
        }}
        options={[
          { id: '24', label: t('history.day') },
          { id: '168', label: t('history.week') },
          { id: '336', label: t('history.twoWeeks') },
        ]}
      />
      <Select
        label={t('history.resource')}
        value={props.measure}
        onChange={key => props.onMeasure(key === 'memory' ? 'memory' : 'cpu')}
        options={[
          { id: 'cpu', label: t('resource.cpu') },
          { id: 'memory', label: t('resource.memory') },
        ]}
      />
    </Flex>
  );
}
