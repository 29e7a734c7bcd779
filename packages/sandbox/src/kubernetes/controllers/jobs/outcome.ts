import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { Condition } from '../conditions';
import { isActive } from '../podState';

/** How a Job ended; the first condition says that it will, the second that it has. */
export type Outcome = { reason: string; message: string; isSuccess: boolean };

/** Whether a Job has ended, and how; undefined while it goes on. */
export function outcomeOf(
  { spec, status }: KubernetesObject,
  pods: readonly KubernetesObject[],
  now: Date,
): Outcome | undefined {
  const { succeeded = 0, failed = 0, startTime } = status ?? {};
  const { completions, backoffLimit = 6, activeDeadlineSeconds } = spec ?? {};
  const restarts = restartsOf(pods);
  if (failed > backoffLimit || (restarts > 0 && restarts >= backoffLimit)) {
    return {
      isSuccess: false,
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
    };
  }
  const isDone =
    completions === undefined
      ? succeeded > 0 && !pods.some(isActive)
      : succeeded >= completions;
  if (isDone) {
    return {
      isSuccess: true,
      reason: 'CompletionsReached',
      message: 'Reached expected number of succeeded pods',
    };
  }
  const deadline = Date.parse(startTime ?? '') + activeDeadlineSeconds * 1000;
  if (deadline <= now.getTime()) {
    return {
      isSuccess: false,
      reason: 'DeadlineExceeded',
      message: 'Job was active longer than specified deadline',
    };
  }
  return undefined;
}

/** How often containers of pods that go on were started again, where that is what the pods do. */
function restartsOf(pods: readonly KubernetesObject[]): number {
  type Status = { restartCount?: number };
  return pods
    .filter(pod => pod.spec?.restartPolicy === 'OnFailure' && isActive(pod))
    .flatMap(({ status }) => (status?.containerStatuses ?? []) as Status[])
    .reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
}

/** What a Job says of its end. */
export function conditionsOf({
  isSuccess,
  reason,
  message,
}: Outcome): Condition[] {
  const types = isSuccess
    ? ['SuccessCriteriaMet', 'Complete']
    : ['FailureTarget', 'Failed'];
  return types.map(type => ({ type, status: 'True', reason, message }));
}

/** What is told of its end. */
export function eventOf({ isSuccess, reason, message }: Outcome) {
  return isSuccess
    ? { reason: 'Completed', message: 'Job completed' }
    : { type: 'Warning' as const, reason, message };
}

/** When a Job ended; undefined while it goes on. */
export function endOf({ status }: KubernetesObject): Date | undefined {
  type Stored = Condition & { lastTransitionTime: string };
  const end = ((status?.conditions ?? []) as Stored[]).find(
    ({ type, status: is }) =>
      ['Complete', 'Failed'].includes(type) && is === 'True',
  );
  return end && new Date(end.lastTransitionTime);
}
