/**
 * States of a request.
 *
 * @public
 */
export const REQUEST_STATES = [
  'draft',
  'pending',
  'returned',
  'approved',
  'executing',
  'failed',
  'completed',
  'rejected',
  'withdrawn',
  'expired',
] as const;

/** @public */
export type RequestState = (typeof REQUEST_STATES)[number];

/**
 * What can happen to a request. `pass` is the last stage being approved; `start`, `finish` and `fail` are the
 * execution's; `expire` is the clock's. `cancel` takes back what was approved, with the consent of the kind's owner.
 *
 * @public
 */
export const REQUEST_COMMANDS = [
  'submit',
  'withdraw',
  'pass',
  'reject',
  'return',
  'expire',
  'start',
  'finish',
  'fail',
  'retry',
  'cancel',
] as const;

/** @public */
export type RequestCommand = (typeof REQUEST_COMMANDS)[number];

/**
 * The one transition table of requests, used by the server and by the screens. A pair that is missing is refused.
 *
 * @public
 */
export const TRANSITIONS: Readonly<
  Record<RequestState, Partial<Record<RequestCommand, RequestState>>>
> = {
  draft: { submit: 'pending', withdraw: 'withdrawn' },
  pending: {
    pass: 'approved',
    reject: 'rejected',
    return: 'returned',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  returned: { submit: 'pending', withdraw: 'withdrawn', expire: 'expired' },
  approved: { start: 'executing' },
  executing: { finish: 'completed', fail: 'failed', cancel: 'withdrawn' },
  failed: { retry: 'executing', cancel: 'withdrawn' },
  completed: {},
  rejected: {},
  withdrawn: {},
  expired: {},
};

/**
 * The state after a command, or undefined where the table refuses it.
 *
 * @public
 */
export function nextState(
  state: RequestState,
  command: RequestCommand,
): RequestState | undefined {
  return TRANSITIONS[state][command];
}

/**
 * Whether nothing can happen to the request any more.
 *
 * @public
 */
export function isFinal(state: RequestState): boolean {
  return Object.keys(TRANSITIONS[state]).length === 0;
}
