import { DELEGATION_MAX_DAYS } from '@caas/plugin-approvals-common';
import {
  getLocalTimeZone,
  toCalendarDate,
  today,
  type CalendarDate,
  type DateValue,
} from '@internationalized/date';

const USUAL_DAYS = 7;
const REASON_MIN = 2;

/** What the form holds. Days are the person's own. */
export type DelegationDraft = {
  delegate: string | null;
  firstDay: DateValue | null;
  lastDay: DateValue | null;
  reason: string;
};

/** Ids of sentences, below `delegation.`. */
export type DelegationProblems = {
  delegate?: 'delegateMissing';
  period?: 'periodMissing' | 'periodBackwards' | 'periodOver' | 'periodLong';
  reason?: 'reasonMissing';
};

/** A week from today on. */
export function initialDelegation(): DelegationDraft {
  const firstDay = today(getLocalTimeZone());
  const lastDay = firstDay.add({ days: USUAL_DAYS - 1 });
  return { delegate: null, firstDay, lastDay, reason: '' };
}

/** What is missing or wrong. The server checks again; this saves the person a round trip. */
export function checkDelegation(draft: DelegationDraft): DelegationProblems {
  const problems: DelegationProblems = {};
  if (!draft.delegate) problems.delegate = 'delegateMissing';
  if (draft.reason.trim().length < REASON_MIN)
    problems.reason = 'reasonMissing';
  const period = problemOfPeriod(draft);
  if (period) problems.period = period;
  return problems;
}

function problemOfPeriod({
  firstDay,
  lastDay,
}: DelegationDraft): DelegationProblems['period'] {
  if (!firstDay || !lastDay) return 'periodMissing';
  const [first, last] = [toCalendarDate(firstDay), toCalendarDate(lastDay)];
  if (last.compare(first) < 0) return 'periodBackwards';
  if (last.compare(today(getLocalTimeZone())) < 0) return 'periodOver';
  return last.compare(first.add({ days: DELEGATION_MAX_DAYS })) >= 0
    ? 'periodLong'
    : undefined;
}

/** As the desk wants it: from the beginning of the first day to the end of the last. */
export function toInput({
  delegate,
  firstDay,
  lastDay,
  reason,
}: DelegationDraft) {
  const momentOf = (day: CalendarDate) =>
    day.toDate(getLocalTimeZone()).toISOString();
  return {
    delegate: delegate ?? '',
    startsAt: momentOf(toCalendarDate(firstDay!)),
    endsAt: momentOf(toCalendarDate(lastDay!).add({ days: 1 })),
    reason: reason.trim(),
  };
}
