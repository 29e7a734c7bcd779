import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { timestamp } from '../../storage/timestamp';
import { stamped, type Condition, type StoredCondition } from '../conditions';
import { childrenOf } from '../ownership';
import type { Pass } from '../Pass';
import { isActive, isReady } from '../podState';
import { tell } from '../tell';
import { withoutZeros, writeStatus } from '../writeStatus';
import { formatIndexes, indexOf, isIndexed, parseIndexes } from './indexes';
import {
  conditionsOf,
  endOf,
  eventOf,
  outcomeOf,
  type Outcome,
} from './outcome';
import { createWorkers } from './createWorkers';
import { countEnded, releaseOrphans } from './tracking';

/** Runs the pods of each Job until enough of them have succeeded, or too many have failed. */
export function reconcileJob(pass: Pass): void {
  releaseOrphans(pass);
  for (const job of pass.list('Job')) {
    if (endOf(job)) forgetLater(pass, job);
    else work(pass, job);
  }
}

function work(pass: Pass, given: KubernetesObject): void {
  const { store, now } = pass;
  const isSuspended = given.spec?.suspend === true;
  const startTime = isSuspended
    ? undefined
    : (given.status?.startTime ?? timestamp(now));
  const pods = childrenOf(pass, given, 'Pod');
  const completed = completedIndexes(given, pods);
  const counted = countEnded(store, given, pods);
  const job: KubernetesObject = {
    ...counted,
    status: { ...counted.status, startTime, ...completed },
  };
  const outcome = outcomeOf(job, pods, now);
  if (isSuspended || outcome) stop(pass, pods);
  else createWorkers(pass, job, pods);
  report(pass, job, outcome);
  const { activeDeadlineSeconds } = job.spec ?? {};
  if (!outcome && startTime && activeDeadlineSeconds !== undefined) {
    const end = Date.parse(startTime) + activeDeadlineSeconds * 1000;
    pass.again(job, end - now.getTime());
  }
}

/** Which parts of the work are done, where each part has a number. */
function completedIndexes(
  job: KubernetesObject,
  pods: readonly KubernetesObject[],
) {
  if (!isIndexed(job)) return {};
  const indexes = parseIndexes(job.status?.completedIndexes);
  for (const pod of pods) {
    const index = indexOf(pod);
    if (pod.status?.phase === 'Succeeded' && index !== undefined) {
      indexes.add(index);
    }
  }
  return indexes.size === 0 ? {} : { completedIndexes: formatIndexes(indexes) };
}

function stop({ store }: Pass, pods: readonly KubernetesObject[]): void {
  for (const pod of pods.filter(isActive)) store.remove(kindOf('Pod'), pod);
}

function report(
  pass: Pass,
  job: KubernetesObject,
  outcome: Outcome | undefined,
): void {
  const { store, now } = pass;
  const pods = childrenOf(pass, job, 'Pod');
  const active = pods.filter(isActive);
  const { active: _, ready: __, ...status } = job.status ?? {};
  const before: StoredCondition[] = status.conditions ?? [];
  const said = [
    ...suspension(job, before),
    ...(outcome ? conditionsOf(outcome) : []),
  ];
  const conditions = said.map(condition => ({
    ...stamped(before, condition, now),
    lastProbeTime:
      before.find(({ type }) => type === condition.type)?.lastTransitionTime ??
      timestamp(now),
  }));
  writeStatus(store, job, {
    ...status,
    ...withoutZeros({ active: active.length }),
    ready: active.filter(isReady).length,
    terminating: 0,
    uncountedTerminatedPods: {},
    ...(conditions.length > 0 && { conditions }),
    ...(outcome?.isSuccess && { completionTime: timestamp(now) }),
  });
  if (outcome) tell(store, job, eventOf(outcome));
}

function suspension(
  { spec }: KubernetesObject,
  before: readonly StoredCondition[],
): Condition[] {
  const type = 'Suspended';
  if (spec?.suspend) {
    return [
      {
        type,
        status: 'True',
        reason: 'JobSuspended',
        message: 'Job suspended',
      },
    ];
  }
  const wasSuspended = before.some(condition => condition.type === type);
  return wasSuspended
    ? [{ type, status: 'False', reason: 'JobResumed', message: 'Job resumed' }]
    : [];
}

/** Removes a Job that is over, with its pods, once it has been looked at for as long as it wants. */
function forgetLater(pass: Pass, job: KubernetesObject): void {
  countEnded(pass.store, job, childrenOf(pass, job, 'Pod'));
  const { ttlSecondsAfterFinished } = job.spec ?? {};
  const end = endOf(job);
  if (ttlSecondsAfterFinished === undefined || !end) return;
  const left =
    end.getTime() + ttlSecondsAfterFinished * 1000 - pass.now.getTime();
  if (left > 0) pass.again(job, left);
  else pass.store.remove(kindOf('Job'), job);
}
