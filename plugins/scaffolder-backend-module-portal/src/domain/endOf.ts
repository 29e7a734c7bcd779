import { inOneLine } from '@caas/contract';
import { isFinal, type RequestDetail } from '@caas/plugin-approvals-common';

/** How a request ended; undefined while it can still be completed without anybody starting anew. */
export type End = { isCompleted: true } | { isCompleted: false; why: string };

/** Whether a request has ended, and why it did not bring what was asked for. */
export function endOf(request: RequestDetail): End | undefined {
  const { state, execution } = request;
  if (state === 'completed') return { isCompleted: true };
  if (isFinal(state)) return { isCompleted: false, why: reasonOf(request) };
  // The desk tries again by itself; without that somebody has to.
  if (state === 'failed' && !execution?.retryAt) {
    return { isCompleted: false, why: reasonOf(request) };
  }
  return undefined;
}

const ENDS: Partial<Record<RequestDetail['state'], string>> = {
  rejected: 'was rejected',
  withdrawn: 'was withdrawn',
  expired: 'expired before it was decided',
  failed: 'was approved and could not be carried out',
};

function reasonOf({ state, stages, execution, timeline }: RequestDetail) {
  const words = ENDS[state] ?? `is ${state}`;
  const rejection = stages
    .flatMap(({ decisions }) => decisions)
    .find(({ verdict }) => verdict === 'reject');
  const last = timeline.findLast(
    ({ event }) => event === 'withdrawn' || event === 'cancelled',
  );
  const why = {
    rejected: rejection && `${rejection.by}: ${rejection.comment}`,
    withdrawn: last?.comment,
    failed: execution?.message && inOneLine(execution.message),
  }[state as string];
  return why ? `${words} (${why})` : words;
}
