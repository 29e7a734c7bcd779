import type { Bilingual } from '@caas/contract';
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
  message: Bilingual;
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
  | { kind: 'working'; message: Bilingual }
  | { kind: 'retry'; message: Bilingual }
  | { kind: 'failed'; message: Bilingual }
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
        lastError: outcome.message.en,
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
): Bilingual {
  if ('message' in outcome) return outcome.message;
  if (outcome.kind === 'done') {
    return {
      'zh-CN': `节点“${node}”上只剩属于它自己的容器组；取消隔离之前，它不接收新的容器组`,
      en: `Nothing but what belongs to node '${node}' runs on it; it stays closed until it is uncordoned`,
    };
  }
  return uncordon
    ? {
        'zh-CN': `已取消；节点“${node}”重新接收新的容器组`,
        en: `Cancelled; node '${node}' takes new pods again`,
      }
    : {
        'zh-CN': `已取消；取消隔离之前，节点“${node}”不接收新的容器组`,
        en: `Cancelled; node '${node}' stays closed until it is uncordoned`,
      };
}

/** More of what a cluster says is of no use to people. */
const MOST_CHARACTERS = 1500;

/** What a cluster said, or what came of asking it, in those words. */
export function quoteCluster(message: string): Bilingual {
  const said = message.slice(0, MOST_CHARACTERS);
  return { 'zh-CN': `来自集群的消息：${said}`, en: said };
}
