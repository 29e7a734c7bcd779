import type { RequestCommand, Verdict } from '@caas/plugin-approvals-common';
import type { StageRule } from './policy';
import type { RequestFile, StageRecord } from './request';

/** Why a person may not decide. */
export type DecisionRefusal = {
  kind:
    | 'not-pending'
    | 'own-request'
    | 'already-decided'
    | 'not-approver'
    | 'stale';
  message: string;
};

/** What a decision does to the request. */
export type DecisionEffect = {
  stage: StageRecord['state'];
  /** The stage that opens now. */
  opens?: number;
  /** What happens to the request, if anything. */
  command?: Extract<RequestCommand, 'pass' | 'reject' | 'return'>;
};

/**
 * Why this person may not decide the open stage, or undefined when they may.
 *
 * Four eyes: never the requester, and one person decides at most one stage. `approvers` are those that hold the role *now*,
 * looked up for this decision, not those of the day of the submit. They mean nothing for
 * somebody who had an earlier revision or stage before them (`isStale`), so that is asked first.
 */
export function refuseDecision(
  file: Pick<RequestFile, 'request' | 'stages'>,
  person: string,
  approvers: readonly string[],
  isStale = false,
): DecisionRefusal | undefined {
  const { request, stages } = file;
  const open = openStage(stages);
  if (request.state !== 'pending' || !open) {
    return {
      kind: 'not-pending',
      message: `The request '${request.id}' waits for no decision: it is ${request.state}`,
    };
  }
  if (request.requester === person) {
    return {
      kind: 'own-request',
      message: 'You made this request: somebody else has to decide it',
    };
  }
  if (stages.some(stage => stage.decisions.some(({ by }) => by === person))) {
    return {
      kind: 'already-decided',
      message:
        'You decided a stage of this request already: one person decides one stage',
    };
  }
  if (isStale) {
    return {
      kind: 'stale',
      message: `The request '${request.id}' changed since you read it: read it again, then decide`,
    };
  }
  if (!approvers.includes(person)) {
    return {
      kind: 'not-approver',
      message: `You are not an approver of the stage '${open.title.en}'. Ask one of its approvers: ${approvers.join(', ') || 'there is none at the moment'}`,
    };
  }
  return undefined;
}

/** What a verdict does, once it is allowed. `eligible` counts those who may decide this stage now. */
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
      return Math.max(eligible + decisions.length, 1);
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
    ...file.stages.flatMap(stage => stage.decisions.map(({ by }) => by)),
  ]);
  return [...new Set(holders)].filter(holder => !excluded.has(holder));
}
