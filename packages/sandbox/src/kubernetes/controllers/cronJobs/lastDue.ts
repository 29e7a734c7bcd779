import type { KubernetesObject } from '../../storage/KubernetesObject';
import { nextTime } from './schedule';

/** How many times are gone through one by one before some are skipped. */
const STEPS = 100;

/** The last time that has come since a CronJob last ran; undefined when none has, or when it is too late for it. */
export function lastDue(
  { metadata, spec, status }: KubernetesObject,
  now: Date,
): Date | undefined {
  const { schedule, timeZone, startingDeadlineSeconds } = spec ?? {};
  const since = new Date(
    status?.lastScheduleTime ?? metadata.creationTimestamp ?? now,
  );
  const tooLate =
    startingDeadlineSeconds === undefined
      ? -Infinity
      : now.getTime() - startingDeadlineSeconds * 1000;
  let from = new Date(Math.max(since.getTime(), tooLate));
  let due: Date | undefined;
  for (let step = 1; ; step += 1) {
    const next = nextTime(schedule, timeZone, from);
    if (!next || next > now) return due;
    // After a long sleep only the last time counts: the steps to it become as long as what they have left.
    const left = now.getTime() - next.getTime();
    const skip = step % STEPS === 0 ? left / 2 : 0;
    const skipped =
      skip > 0 && nextTime(schedule, timeZone, new Date(next.getTime() + skip));
    due = next;
    from = skipped && skipped <= now ? new Date(next.getTime() + skip) : next;
  }
}
