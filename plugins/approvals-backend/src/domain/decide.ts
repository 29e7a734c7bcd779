import type {
  Bilingual,
  RequestCommand,
  Verdict,
} from '@caas/plugin-approvals-common';
import type { StageRule } from './policy';
import {
  decidersOf,
  type RequestFile,
  type RequestOverview,
  type StageRecord,
} from './request';

/** Why a person may not decide. */
export type DecisionRefusal = {
  kind:
    | 'not-pending'
    | 'own-request'
    | 'already-decided'
    | 'not-approver'
    | 'stale';
  sentence: Bilingual;
};

/** What a decision does to the request. */
export type DecisionEffect = {
  stage: StageRecord['state'];
  /** The stage that opens now. */
  opens?: number;
  /** What happens to the request, if anything. */
  command?: Extract<RequestCommand, 'pass' | 'reject' | 'return'>;
};

/** The voice with which a person decides: their own, or that of somebody for whom they stand in. */
export type Seat = { by: string; onBehalfOf?: string };

/**
 * The voice that this person has on the open stage. Their own comes first; as a delegate they speak for one approver, who
 * then has spoken. `eligible` are approvers in their own right, so a delegate of a delegate has no voice.
 */
export function seatOf(
  file: RequestOverview,
  person: string,
  eligible: readonly string[],
): Seat | undefined {
  if (eligible.includes(person)) return { by: person };
  const standIn = file.standIns.find(
    ({ delegate, delegator }) =>
      delegate === person && eligible.includes(delegator),
  );
  return standIn && { by: person, onBehalfOf: standIn.delegator };
}

/**
 * Why this person may not decide the open stage, or undefined when they may.
 *
 * Four eyes: never the requester, neither for themselves nor for somebody else, and never somebody else for the requester;
 * one person decides at most one stage, and who was spoken for has decided. `eligible` are those that hold the role *now*,
 * looked up for this decision, not those of the day of the submit. They mean nothing for
 * somebody who had an earlier revision or stage before them (`isStale`), so that is asked first.
 */
export function refuseDecision(
  file: RequestOverview,
  person: string,
  eligible: readonly string[],
  isStale = false,
): DecisionRefusal | undefined {
  const { request, stages } = file;
  const open = openStage(stages);
  if (request.state !== 'pending' || !open) {
    return {
      kind: 'not-pending',
      sentence: {
        'zh-CN': '该申请现在不等待审批，请刷新页面查看其状态',
        en: `The request '${request.id}' waits for no decision: it is ${request.state}`,
      },
    };
  }
  if (request.requester === person) {
    return {
      kind: 'own-request',
      sentence: {
        'zh-CN': '这是您自己提交的申请，须由其他人审批',
        en: 'You made this request: somebody else has to decide it',
      },
    };
  }
  if (decidersOf(stages).includes(person)) {
    return {
      kind: 'already-decided',
      sentence: {
        'zh-CN':
          '您或您的代理人已经审批过该申请的一个环节：每人只能审批一个环节',
        en: 'You decided a stage of this request already, or your delegate did for you: one person decides one stage',
      },
    };
  }
  if (isStale) {
    return {
      kind: 'stale',
      sentence: {
        'zh-CN': '您打开页面后该申请已有变化，请刷新后再审批',
        en: `The request '${request.id}' changed since you read it: read it again, then decide`,
      },
    };
  }
  if (!seatOf(file, person, eligible)) {
    return {
      kind: 'not-approver',
      sentence: {
        'zh-CN': `您不是审批环节“${open.title['zh-CN']}”的审批人。请联系其审批人：${eligible.join('、') || '目前没有'}`,
        en: `You are not an approver of the stage '${open.title.en}'. Ask one of its approvers: ${eligible.join(', ') || 'there is none at the moment'}`,
      },
    };
  }
  return undefined;
}

/**
 * What a verdict does, once it is allowed. `eligible` counts those whom the rule names and who may decide this stage now,
 * without those who came by an escalation.
 */
export function effectOf(
  stages: readonly StageRecord[],
  verdict: Verdict,
  eligible: number,
): DecisionEffect {
  if (verdict === 'reject') return { stage: 'rejected', command: 'reject' };
  if (verdict === 'return') return { stage: 'returned', command: 'return' };
  const open = openStage(stages)!;
  const approvals =
    open.decisions.filter(decision => decision.verdict === 'approve').length +
    1;
  if (approvals < needed(open, eligible)) return { stage: 'open' };
  const next = stages.find(stage => stage.state === 'waiting');
  return next
    ? { stage: 'passed', opens: next.position }
    : { stage: 'passed', command: 'pass' };
}

/** How many people must approve the stage. `all` never means nobody. */
function needed({ rule, decisions }: StageRecord, eligible: number): number {
  switch (rule.mode) {
    case 'quorum':
      return rule.count;
    case 'all':
      // Whoever came by the escalation decides in place of one who did not.
      return Math.max(
        eligible + decisions.filter(({ isEscalated }) => !isEscalated).length,
        1,
      );
    default:
      return 1;
  }
}

/** With fewer people who may decide, a stage can never be passed. */
export function leastApprovers(rule: StageRule): number {
  return rule.mode === 'quorum' ? rule.count : 1;
}

export function openStage<T extends Pick<StageRecord, 'state'>>(
  stages: readonly T[],
): T | undefined {
  return stages.find(stage => stage.state === 'open');
}

/** Those of the role's holders who may decide: not the requester, and nobody who decided another stage. */
export function eligibleApprovers(
  holders: readonly string[],
  file: Pick<RequestFile, 'request' | 'stages'>,
): string[] {
  const excluded = new Set([
    file.request.requester,
    ...decidersOf(file.stages),
  ]);
  return [...new Set(holders)].filter(holder => !excluded.has(holder));
}
