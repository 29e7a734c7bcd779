import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText } from '@backstage/ui';
import type { Job, JobState } from '@caas/plugin-clusters-common';
import { DateTime, StatusTag, type StatusTone } from '@caas/portal-ui';
import { clustersApiRef } from '../../api';
import { resourcesTranslationRef } from '../../resources/translation';
import type { Columns } from '../Tables/ClusterTable';
import type { NamespaceQuery } from './NamespaceQuery';
import { ResourceTable } from './ResourceTable';
import { useCommonColumns } from './useCommonColumns';

const TONES: Record<JobState, StatusTone> = {
  running: 'info',
  complete: 'success',
  failed: 'danger',
  scheduled: 'success',
  suspended: 'neutral',
};

/** What runs to its end, once or by the clock. */
export function JobTable({ query }: { query: NamespaceQuery }) {
  const api = useApi(clustersApiRef);
  return (
    <ResourceTable
      noun="job"
      resource="jobs"
      query={query}
      columns={useJobColumns()}
      list={api.jobs.list}
    />
  );
}

function useJobColumns(): Columns<Job> {
  const { t } = useTranslationRef(resourcesTranslationRef);
  const { texts } = useCommonColumns();
  const progressOf = (job: Job) => [
    ...(job.kind === 'Job'
      ? [
          t('job.succeeded', {
            pods: String(job.succeeded),
            total: String(job.completions ?? 1),
          }),
        ]
      : []),
    ...(job.active > 0 ? [t('job.active', { pods: String(job.active) })] : []),
    ...(job.failed > 0 ? [t('job.failed', { pods: String(job.failed) })] : []),
  ];
  return [
    {
      id: 'name',
      label: t('job.name'),
      isRowHeader: true,
      cell: ({ name, kind, madeBy }) => (
        <CellText
          title={name}
          description={madeBy ? t('job.madeBy', { name: madeBy }) : kind}
        />
      ),
    },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state, reason }) => (
        <Cell>
          <StatusTag tone={TONES[state]} label={t(`jobState.${state}`)} />
          {reason && <div>{reason}</div>}
        </Cell>
      ),
    },
    {
      id: 'progress',
      label: t('job.progress'),
      cell: job => texts(progressOf(job), '–'),
    },
    {
      id: 'schedule',
      label: t('job.schedule'),
      cell: ({ schedule, timeZone }) => (
        <CellText title={schedule ?? '–'} description={timeZone} />
      ),
    },
    {
      id: 'started',
      label: t('job.started'),
      cell: ({ startedAt }) => (
        <Cell>{startedAt && <DateTime value={startedAt} relative />}</Cell>
      ),
    },
  ];
}
