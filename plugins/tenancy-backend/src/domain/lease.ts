import type { NamespaceLease } from '@caas/plugin-tenancy-common';

/** Something that needs a namespace, in a sentence for a person. */
export type Holder = NamespaceLease['heldBy'][number];

/**
 * Where on the ladder a lease is.
 *
 * `stopped` is written before anything is stopped, and `starting` until everything runs again: whoever takes over after a
 * kill goes on from there. Outside, a lease that is `starting` is `running`.
 */
export type LeaseStage = NamespaceLease['stage'] | 'starting';

/** A lease as tenancy keeps it. */
export type Lease = {
  namespaceId: string;
  until: Date;
  stage: LeaseStage;
  /** The last reminder that was sent, in days before the end; undefined before the first. */
  remindedDays?: number;
  stoppedAt?: Date;
  /** Until when it stands still after the stop. */
  graceUntil?: Date;
  heldBy: Holder[];
  /** When people were last told what holds it. */
  holdToldAt?: Date;
  /** Which step of the life of the namespace; only grows. Clusters refuse an older one. */
  step: number;
  nextStepAt: Date;
  attempts: number;
  lastError?: string;
};

/** A lease that a worker holds. */
export type ClaimedLease = Lease & { ticket: string };

/** How the ladder is set up. */
export type LadderRules = {
  /** Days before the end on which people are reminded, the earliest first. */
  reminderDays: readonly number[];
  /** Days between the stop and the deletion. */
  graceDays: number;
};

/** What comes next. */
export type Rung =
  | { kind: 'remind'; days: number }
  | { kind: 'stop' }
  | { kind: 'export' }
  | { kind: 'delete' }
  | { kind: 'start' };

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Nothing is taken away before it is past its time by this much: clocks of replicas may differ, and each must be sure that
 * the time has come for all of them. Replicas go by the clock of the database besides (`DatabaseClock`).
 */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/** What holds a step is looked at again after this, and told to people once a day. */
export const HOLD_RECHECK_MS = 60 * 60 * 1000;
export const HOLD_TELL_MS = DAY_MS;

/**
 * The next rung of the ladder, and when it comes.
 *
 * | stage             | next                                           |
 * | running, reminded | the next reminder; after the last one, `stop`  |
 * | stopped           | `stop` at once: it is not through yet          |
 * | grace             | `export`, when the days of grace are over      |
 * | exported          | `delete` at once                               |
 * | starting          | `start` at once: it is not through yet         |
 */
export function nextRung(
  lease: Pick<
    Lease,
    'until' | 'stage' | 'remindedDays' | 'stoppedAt' | 'graceUntil'
  >,
  rules: LadderRules,
): { rung: Rung; at: Date } {
  const { until, stage, remindedDays = Infinity } = lease;
  const whenSure = (time: Date) =>
    new Date(time.getTime() + CLOCK_TOLERANCE_MS);
  switch (stage) {
    case 'starting':
      return { rung: { kind: 'start' }, at: new Date(0) };
    case 'stopped':
      return { rung: { kind: 'stop' }, at: new Date(0) };
    case 'grace':
      // A row without the day is one that nobody wrote: it waits for the days of grace from its end.
      return {
        rung: { kind: 'export' },
        at: whenSure(
          lease.graceUntil ??
            new Date(until.getTime() + rules.graceDays * DAY_MS),
        ),
      };
    case 'exported':
      return { rung: { kind: 'delete' }, at: new Date(0) };
    default: {
      const days = Math.max(
        ...rules.reminderDays.filter(each => each < remindedDays),
      );
      return Number.isFinite(days)
        ? {
            rung: { kind: 'remind', days },
            at: new Date(until.getTime() - days * DAY_MS),
          }
        : { rung: { kind: 'stop' }, at: whenSure(until) };
    }
  }
}

/**
 * What is to be done now; undefined while the next rung is still to come. Of several reminders that are due only the last
 * is sent.
 */
export function dueRung(
  lease: Parameters<typeof nextRung>[0],
  rules: LadderRules,
  now: Date,
): Rung | undefined {
  const { rung, at } = nextRung(lease, rules);
  if (at > now) return undefined;
  if (rung.kind !== 'remind') return rung;
  const passed = { ...lease, remindedDays: rung.days };
  const after = dueRung(passed, rules, now);
  return after?.kind === 'remind' ? after : rung;
}

/** What a step changes about a lease. */
export type LeaseChange = Partial<
  Omit<Lease, 'namespaceId' | 'attempts' | 'lastError' | 'nextStepAt'>
>;

/** The changes of each step, and nowhere else. `undefined` of a field takes it away. */
export const leaseChanges = {
  remind: (days: number): LeaseChange => ({
    stage: 'reminded',
    remindedDays: days,
  }),
  /** Before anything is stopped. */
  beginStop: ({ step }: Lease): LeaseChange => ({
    stage: 'stopped',
    step: step + 1,
    heldBy: [],
    holdToldAt: undefined,
  }),
  stopped: (now: Date, rules: LadderRules): LeaseChange => ({
    stage: 'grace',
    stoppedAt: now,
    graceUntil: new Date(now.getTime() + rules.graceDays * DAY_MS),
  }),
  exported: (): LeaseChange => ({
    stage: 'exported',
    heldBy: [],
    holdToldAt: undefined,
  }),
  started: (): LeaseChange => ({ stage: 'running' }),
  hold: (heldBy: Holder[], toldAt: Date | undefined): LeaseChange => ({
    heldBy,
    holdToldAt: toldAt,
  }),
  /** The ladder begins anew; what was stopped is started again. */
  renew: ({ stage, step }: Lease, until: Date): LeaseChange => ({
    until,
    stage: isStandingStill(stage) ? 'starting' : 'running',
    remindedDays: undefined,
    stoppedAt: undefined,
    graceUntil: undefined,
    heldBy: [],
    holdToldAt: undefined,
    step: step + 1,
  }),
};

/** Whether something in the namespace may have been stopped and not been started again. */
export function isStandingStill(stage: LeaseStage): boolean {
  return ['stopped', 'grace', 'exported', 'starting'].includes(stage);
}

/** Whether people are to be told (again) what holds a lease. */
export function isHoldToBeTold(lease: Lease, now: Date): boolean {
  const { holdToldAt } = lease;
  return !holdToldAt || now.getTime() - holdToldAt.getTime() >= HOLD_TELL_MS;
}

/** The part of a lease that leaves. */
export function presentLease(lease: Lease): NamespaceLease {
  return {
    until: lease.until.toISOString(),
    stage: lease.stage === 'starting' ? 'running' : lease.stage,
    nextAt: lease.nextStepAt.toISOString(),
    heldBy: lease.heldBy,
    stoppedAt: lease.stoppedAt?.toISOString(),
  };
}
