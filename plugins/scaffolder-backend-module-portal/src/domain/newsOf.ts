import { inOneLine } from '@caas/contract';
import type {
  RequestDetail,
  TimelineEntry,
  TimelineEvent,
} from '@caas/plugin-approvals-common';
import { EVENT_WORDS, STEP_WORDS } from './words';

const withReason = (line: string, reason?: string) =>
  reason ? `${line}: ${reason}` : line;

/** What happened to a request since it was last looked at, a line each. */
export function newsOf(
  before: RequestDetail | undefined,
  after: RequestDetail,
): string[] {
  const told = new Set(before?.timeline.map(({ id }) => id));
  const steps = new Map(
    before?.execution?.steps.map(({ id, state, message }) => [
      id,
      `${state}${message?.en ?? ''}`,
    ]),
  );
  return [
    ...after.timeline
      .filter(({ id }) => !told.has(id))
      .map(entry => lineOf(entry, after)),
    ...(after.execution?.steps ?? [])
      .filter(
        ({ id, state, message }) =>
          steps.get(id) !== `${state}${message?.en ?? ''}` &&
          state !== 'waiting',
      )
      .map(({ label, state, message }) =>
        withReason(
          `${inOneLine(label)}: ${STEP_WORDS[state]}`,
          message && inOneLine(message),
        ),
      ),
  ];
}

function lineOf(
  { event, by, comment }: TimelineEntry,
  { stageTitle }: RequestDetail,
): string {
  const words =
    event in EVENT_WORDS ? EVENT_WORDS[event as TimelineEvent] : event;
  const stage =
    event === 'stage-opened' && stageTitle ? ` (${inOneLine(stageTitle)})` : '';
  return withReason(`${words}${stage}${by ? ` — ${by}` : ''}`, comment);
}
