import type { Job } from '@caas/plugin-clusters-common';
import type { Watched } from '../Mirror';
import { isoText } from './times';
import { conditionOf, keepMetadata, sentenceOf, type Trimmed } from './trimmed';

/** What a view keeps of a Job or a CronJob. */
export type SeenJob = Trimmed<Job>;

export const JOBS: Watched<SeenJob> = {
  path: '/apis/batch/v1/jobs',
  trim: ({ metadata, spec, status }, interner) => {
    const failed = conditionOf(status?.conditions, 'Failed');
    const complete = conditionOf(status?.conditions, 'Complete');
    const isFailed = failed?.status === 'True';
    const ended = isFailed || complete?.status === 'True';
    const unfinished = spec?.suspend ? 'suspended' : 'running';
    const owner = metadata.ownerReferences?.find(
      ({ kind }) => kind === 'CronJob',
    );
    return {
      kind: 'Job',
      ...keepMetadata(metadata, interner),
      state: ended ? endOf(isFailed) : unfinished,
      reason: isFailed ? sentenceOf(failed) : undefined,
      active: status?.active ?? 0,
      succeeded: status?.succeeded ?? 0,
      failed: status?.failed ?? 0,
      completions: spec?.completions ?? undefined,
      madeBy: interner.text(owner?.name),
      startedAt: isoText(status?.startTime),
      endedAt: isoText(
        status?.completionTime ??
          (isFailed ? lastTransitionOf(failed) : undefined),
      ),
    };
  },
};

export const CRON_JOBS: Watched<SeenJob> = {
  path: '/apis/batch/v1/cronjobs',
  trim: ({ metadata, spec, status }, interner) => ({
    kind: 'CronJob',
    ...keepMetadata(metadata, interner),
    state: spec?.suspend ? 'suspended' : 'scheduled',
    active: status?.active?.length ?? 0,
    succeeded: 0,
    failed: 0,
    schedule: interner.text(spec?.schedule),
    timeZone: interner.text(spec?.timeZone ?? undefined),
    startedAt: isoText(status?.lastScheduleTime ?? undefined),
    endedAt: isoText(status?.lastSuccessfulTime ?? undefined),
  }),
};

function endOf(isFailed: boolean): 'failed' | 'complete' {
  return isFailed ? 'failed' : 'complete';
}

function lastTransitionOf(condition: object | undefined): string | undefined {
  return (condition as { lastTransitionTime?: string } | undefined)
    ?.lastTransitionTime;
}
