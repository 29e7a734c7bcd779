import { admitCreate } from '../../admission/admission';
import { ApiError } from '../../api/ApiError';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { timestamp } from '../../storage/timestamp';
import { endOf } from '../jobs/outcome';
import { childrenOf, ownerReference } from '../ownership';
import type { Pass } from '../Pass';
import { writeStatus } from '../writeStatus';
import { lastDue } from './lastDue';
import { nextTime } from './schedule';

/** Makes the Jobs of each CronJob when their time has come, and forgets the oldest. */
export function reconcileCronJob(pass: Pass): void {
  for (const cron of pass.list('CronJob')) {
    const { schedule, timeZone, suspend } = cron.spec ?? {};
    const status = { ...cron.status };
    if (!suspend) {
      const due = lastDue(cron, pass.now);
      if (due && start(pass, cron, due))
        status.lastScheduleTime = timestamp(due);
      const next = nextTime(schedule, timeZone, pass.now);
      if (next) pass.again(cron, next.getTime() - pass.now.getTime());
    }
    const jobs = jobsOf(pass, cron);
    writeStatus(pass.store, cron, { ...status, ...statusOf(cron, jobs) });
    forgetOldest(pass, cron, jobs);
  }
}

function jobsOf(pass: Pass, cron: KubernetesObject): KubernetesObject[] {
  return childrenOf(pass, cron, 'Job')
    .filter(({ metadata }) => !metadata.deletionTimestamp)
    .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name));
}

/** Answers whether the Job of this time is there now. */
function start(pass: Pass, cron: KubernetesObject, due: Date): boolean {
  const { store } = pass;
  const kind = kindOf('Job');
  const { namespace, name } = cron.metadata;
  const jobName = `${name}-${Math.floor(due.getTime() / 60_000)}`;
  if (store.find(kind, namespace, jobName)) return true;
  const running = jobsOf(pass, cron).filter(job => !endOf(job));
  const policy = cron.spec?.concurrencyPolicy;
  if (policy === 'Forbid' && running.length > 0) return false;
  if (policy === 'Replace') {
    for (const job of running) store.remove(kind, job);
  }
  const { metadata, spec } = cron.spec?.jobTemplate ?? {};
  try {
    store.create(
      kind,
      admitCreate(store, kind, {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          ...(metadata?.labels && { labels: metadata.labels }),
          annotations: {
            ...metadata?.annotations,
            'batch.kubernetes.io/cronjob-scheduled-timestamp': timestamp(due),
          },
          name: jobName,
          namespace,
          ownerReferences: [ownerReference(cron)],
        },
        spec,
      }),
    );
    return true;
  } catch (error) {
    // A quota may leave no room; the time passes by, as on any cluster.
    if (error instanceof ApiError) return false;
    throw error;
  }
}

function statusOf(cron: KubernetesObject, jobs: readonly KubernetesObject[]) {
  const active = jobs.filter(job => !endOf(job));
  const ends = jobs
    .flatMap(({ status }) => status?.completionTime ?? [])
    .sort() as string[];
  const lastSuccessfulTime = ends.at(-1) ?? cron.status?.lastSuccessfulTime;
  return {
    active:
      active.length > 0
        ? active.map(({ apiVersion, kind, metadata }) => ({
            apiVersion,
            kind,
            name: metadata.name,
            namespace: metadata.namespace,
            uid: metadata.uid,
          }))
        : undefined,
    ...(lastSuccessfulTime && { lastSuccessfulTime }),
  };
}

function forgetOldest(
  { store }: Pass,
  { spec }: KubernetesObject,
  jobs: readonly KubernetesObject[],
): void {
  const ended = jobs.filter(job => endOf(job));
  const isGood = ({ status }: KubernetesObject) =>
    status?.completionTime !== undefined;
  const lists = [
    [ended.filter(isGood), spec?.successfulJobsHistoryLimit ?? 3],
    [ended.filter(job => !isGood(job)), spec?.failedJobsHistoryLimit ?? 1],
  ] as const;
  for (const [list, limit] of lists) {
    for (const job of list.slice(0, Math.max(0, list.length - limit))) {
      store.remove(kindOf('Job'), job);
    }
  }
}
