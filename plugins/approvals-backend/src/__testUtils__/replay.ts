import {
  nextState,
  type RequestCommand,
  type RequestState,
  type TimelineEvent,
} from '@caas/plugin-approvals-common';
import type { RequestFile } from '../domain/request';

/** The command behind an event; the other events change no state. */
const COMMAND: Partial<Record<TimelineEvent, RequestCommand>> = {
  revised: 'submit',
  withdrawn: 'withdraw',
  returned: 'return',
  rejected: 'reject',
  passed: 'pass',
  started: 'start',
  completed: 'finish',
  failed: 'fail',
  retried: 'retry',
  expired: 'expire',
  cancelled: 'cancel',
};

/** The state that the events lead to, or undefined where the table of transitions refuses one of them. */
export function replay({
  timeline,
}: Pick<RequestFile, 'timeline'>): RequestState | undefined {
  return timeline.reduce<RequestState | undefined>((state, { event }) => {
    const command = COMMAND[event];
    return state && command ? nextState(state, command) : state;
  }, 'pending');
}
