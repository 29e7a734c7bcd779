import type {
  DrainOptions,
  DrainPod,
  DrainState,
} from '@caas/plugin-clusters-common';

/** A drain as it is stored. */
export type DrainRecord = {
  id: string;
  cluster: string;
  node: string;
  state: DrainState;
  message: string;
  options: DrainOptions;
  reason: string;
  requestedBy: string;
  cancelledBy?: string;
  /** Open the node again, once it is cancelled. */
  uncordon: boolean;
  pods: DrainPod[];
  attempts: number;
  lastError?: string;
  createdAt: Date;
  deadlineAt: Date;
  finishedAt?: Date;
};

/** A drain that a worker holds. */
export type ClaimedDrain = DrainRecord & { ticket: string };

/** How one pass over a node ended. */
export type DrainOutcome = { pods: DrainPod[] } & (
  | { kind: 'done' }
  | { kind: 'working'; message: string }
  | { kind: 'retry'; message: string }
  | { kind: 'failed'; message: string }
  | { kind: 'cancelled' }
);

/** What a pass changes about a drain. */
export type DrainSettlement = Pick<
  DrainRecord,
  'state' | 'message' | 'pods' | 'attempts' | 'lastError' | 'finishedAt'
> & { nextRunAt: Date };

const LOOK_AGAIN_SECONDS = 2;
const BACK_OFF_MAX_SECONDS = 60;
/** A drain that has ended has nothing left to do; the row stays, for its history. */
const NEVER = new Date('9999-01-01T00:00:00.000Z');

/**
 * The one function that changes the state of a drain after a pass.
 *
 * | state \ outcome | done | working    | retry      | failed | cancelled |
 * | cancelling      |      |            | cancelling | failed | cancelled |
 * | any other       | done | draining   | draining   | failed |           |
 */
export function settleDrain(
  drain: DrainRecord,
  outcome: DrainOutcome,
  now: Date,
): DrainSettlement {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const { pods } = outcome;
  switch (outcome.kind) {
    case 'working':
      return {
        state: 'draining',
        message: outcome.message,
        pods,
        attempts: 0,
        nextRunAt: after(LOOK_AGAIN_SECONDS),
      };
    case 'retry':
      return {
        state: drain.state === 'cancelling' ? 'cancelling' : 'draining',
        message: outcome.message,
        pods,
        attempts: drain.attempts + 1,
        lastError: outcome.message,
        nextRunAt: after(Math.min(2 ** drain.attempts, BACK_OFF_MAX_SECONDS)),
      };
    default:
      return {
        state: outcome.kind,
        message: messageOfEnd(drain, outcome),
        pods,
        attempts: 0,
        finishedAt: now,
        nextRunAt: NEVER,
      };
  }
}

function messageOfEnd(
  { node, uncordon }: DrainRecord,
  outcome: DrainOutcome,
): string {
  if (outcome.kind === 'done') {
    return `Nothing but what belongs to node '${node}' runs on it; it stays closed until it is uncordoned`;
  }
  if (outcome.kind === 'cancelled') {
    return uncordon
      ? `Cancelled; node '${node}' takes new pods again`
      : `Cancelled; node '${node}' stays closed until it is uncordoned`;
  }
  return 'message' in outcome ? outcome.message : '';
}
