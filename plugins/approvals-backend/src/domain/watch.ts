import { eligibleApprovers, leastApprovers, openStage } from './decide';
import type { NotifyData, RequestFile, StageRecord } from './request';

/** Roles change without telling the desk: an open stage is looked at again this often, a blocked one more so. */
const LOOK_AGAIN_MS = 60 * 60 * 1000;
const LOOK_AGAIN_BLOCKED_MS = 5 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** Parts of the time that a stage has: a first reminder, the due time, the escalation. */
const REMIND_AT = 0.75;
const ESCALATE_AT = 1.25;

/** Who may decide the open stage now, as just looked up. */
export type Holders = {
  /** Whom the rule names. */
  regular: string[];
  /** Who may decide besides, once it is escalated. */
  escalated: string[];
  platformAdmins: string[];
};

/** What a look at a waiting request finds to do. */
export type Look = {
  /** The request has waited too long. */
  expires?: true;
  /** The stage, as it is to be written; undefined when none is open. */
  stage?: {
    position: number;
    approvers: string[];
    blockedAt?: string;
    remindedAt?: string;
    escalatedAt?: string;
  };
  /** What goes into the timeline, and who is told. */
  news: Array<{
    event: 'reminded' | 'escalated' | 'blocked' | 'unblocked';
    suffix: string;
    notify?: NotifyData;
  }>;
  nextRunAt: Date;
};

/** When a stage is reminded of, is due, and is escalated. */
export function deadlinesOf({
  dueAt,
  dueHours,
}: Pick<StageRecord, 'dueAt' | 'dueHours'>) {
  if (!dueAt || !dueHours) return undefined;
  const due = new Date(dueAt).getTime();
  const opened = due - dueHours * HOUR_MS;
  const at = (part: number) => new Date(opened + part * dueHours * HOUR_MS);
  return { remind: at(REMIND_AT), due: at(1), escalate: at(ESCALATE_AT) };
}

/** Whether people besides those whom the rule names may decide the stage by now. */
export function isEscalationDue(
  stage: Pick<StageRecord, 'dueAt' | 'dueHours' | 'escalatedAt'>,
  now: Date,
): boolean {
  const deadlines = deadlinesOf(stage);
  return Boolean(stage.escalatedAt || (deadlines && deadlines.escalate <= now));
}

/**
 * What is to be done for a request that waits. Level-triggered: it compares what should be by now with what is written, so
 * a look that comes late, twice or after a kill does what is left, once.
 *
 * Time only ever brings more people to a stage, or ends the request. It never approves.
 */
export function lookAt(
  file: RequestFile,
  holders: Holders,
  now: Date,
): Look | undefined {
  const { request, stages } = file;
  if (request.state !== 'pending' && request.state !== 'returned') {
    return undefined;
  }
  const expiresAt = request.expiresAt
    ? new Date(request.expiresAt)
    : new Date(now.getTime() + LOOK_AGAIN_MS);
  if (request.expiresAt && expiresAt <= now) {
    return { expires: true, news: [], nextRunAt: now };
  }
  const open = openStage(stages);
  if (!open) return { news: [], nextRunAt: expiresAt };
  return lookAtStage(file, open, holders, now, expiresAt);
}

function lookAtStage(
  file: RequestFile,
  open: StageRecord,
  holders: Holders,
  now: Date,
  expiresAt: Date,
): Look {
  const at = now.toISOString();
  const news: Look['news'] = [];
  const tell = (
    event: Look['news'][number]['event'],
    reason?: NotifyData['reason'],
    recipients: string[] = [],
  ) =>
    news.push({
      event,
      suffix: `stage-${open.position}-${reason ?? event}-${at}`,
      notify: reason && { recipients, reason },
    });

  const isEscalated = isEscalationDue(open, now);
  const approvers = eligibleApprovers(
    [...holders.regular, ...(isEscalated ? holders.escalated : [])],
    file,
  ).sort();
  const stage: NonNullable<Look['stage']> = {
    position: open.position,
    approvers,
    blockedAt: open.blockedAt,
    remindedAt: open.remindedAt,
    escalatedAt: open.escalatedAt,
  };

  const deadlines = deadlinesOf(open);
  const reminder = deadlines && reminderDue(open, deadlines, now);
  if (reminder) {
    stage.remindedAt = at;
    tell('reminded', reminder, approvers);
  }
  if (isEscalated && !open.escalatedAt) {
    stage.escalatedAt = at;
    tell('escalated', 'escalated', approvers);
  }
  const isBlocked =
    approvers.length <
    Math.max(leastApprovers(open.rule) - open.decisions.length, 1);
  if (isBlocked && !open.blockedAt) {
    stage.blockedAt = at;
    tell('blocked', 'blocked', holders.platformAdmins);
  }
  if (!isBlocked && open.blockedAt) {
    stage.blockedAt = undefined;
    tell('unblocked');
  }
  const newcomers = approvers.filter(
    person => !open.approvers.includes(person),
  );
  // Whoever gets the role while the stage is open is told as those were who had it when it opened.
  const unblocked = news.find(({ event }) => event === 'unblocked');
  if (unblocked && newcomers.length > 0) {
    unblocked.notify = { recipients: newcomers, reason: 'decide' };
  }

  const times = [
    expiresAt,
    new Date(
      now.getTime() + (isBlocked ? LOOK_AGAIN_BLOCKED_MS : LOOK_AGAIN_MS),
    ),
    ...(deadlines ? Object.values(deadlines) : []),
  ];
  return { stage, news, nextRunAt: earliestAfter(times, now) };
}

/** One reminder when most of the time has passed, one when all of it has; a late look sends only the later one. */
function reminderDue(
  { remindedAt }: StageRecord,
  { remind, due }: { remind: Date; due: Date },
  now: Date,
): 'remind' | 'overdue' | undefined {
  const isRemindedAfter = (time: Date) =>
    remindedAt !== undefined && new Date(remindedAt) >= time;
  if (now >= due) return isRemindedAfter(due) ? undefined : 'overdue';
  if (now >= remind) return isRemindedAfter(remind) ? undefined : 'remind';
  return undefined;
}

function earliestAfter(times: Date[], now: Date): Date {
  return times
    .filter(time => time > now)
    .reduce((first, time) => (time < first ? time : first));
}
