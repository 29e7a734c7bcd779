import { AuthenticationError } from '@backstage/errors';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { endOf, type End } from '../domain/endOf';
import { newsOf } from '../domain/newsOf';
import type { PersonalPortal } from './Portal';

/** Time, and how it passes. A pause ends early, without a failure, when the signal says so. */
export type Pace = {
  now(): Date;
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

/** How following a request came to an end. */
export type Followed = { request: RequestDetail } & (
  | { outcome: 'ended'; end: End }
  /** Nobody waits any more; the request goes on. */
  | { outcome: 'cancelled' | 'too-long' | 'signed-out' }
);

type Options = {
  portal: Pick<PersonalPortal, 'getRequest'>;
  pace: Pace;
  waitMinutes: number;
  signal?: AbortSignal;
  tell(line: string): void;
};

/** Between two looks: soon at first, for a request that nobody needs to decide; seldom in the end, for people take hours. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;

const AWAY =
  '审批服务暂无应答，稍后重试 / Approvals does not answer now; asked again in a moment';

/**
 * Looks at a request until it has ended, and tells what happens to it.
 *
 * Somebody else decides, so this only ever stops looking: the request goes on when a task is cancelled, when it has waited
 * for too long, or when the sign-in of its person has ended. A portal that does not answer is asked again.
 */
export async function followRequest(
  submitted: RequestDetail,
  { portal, pace, waitMinutes, signal, tell }: Options,
): Promise<Followed> {
  const until = pace.now().getTime() + waitMinutes * 60_000;
  let request = submitted;
  newsOf(undefined, request).forEach(tell);
  let isAway = false;
  for (
    let pause = FIRST_PAUSE_MS;
    ;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  ) {
    const end = endOf(request);
    if (end) return { request, outcome: 'ended', end };
    if (signal?.aborted) return { request, outcome: 'cancelled' };
    const left = until - pace.now().getTime();
    if (left <= 0) return { request, outcome: 'too-long' };
    await pace.pause(Math.min(pause, left), signal);
    if (signal?.aborted) return { request, outcome: 'cancelled' };
    const next = await lookAt(request.id, portal);
    if (next === 'signed-out') return { request, outcome: 'signed-out' };
    if (next === 'away' && !isAway) tell(AWAY);
    isAway = next === 'away';
    if (next === 'away') continue;
    newsOf(request, next).forEach(tell);
    if (next.version !== request.version) pause = FIRST_PAUSE_MS;
    request = next;
  }
}

async function lookAt(
  id: string,
  portal: Pick<PersonalPortal, 'getRequest'>,
): Promise<RequestDetail | 'signed-out' | 'away'> {
  try {
    return await portal.getRequest(id);
  } catch (error) {
    const { name, status = 503 } = error as Error & { status?: number };
    if (name === AuthenticationError.name || status === 401) {
      return 'signed-out';
    }
    // What has no status did not come so far as to get an answer.
    if (status >= 500 || status === 429) return 'away';
    throw error;
  }
}
