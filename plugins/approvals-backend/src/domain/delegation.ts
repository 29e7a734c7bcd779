import {
  DELEGATION_MAX_DAYS,
  type Bilingual,
  type DelegationState,
} from '@caas/plugin-approvals-common';

/** A person who decides for another during a period. */
export type DelegationRecord = {
  id: string;
  delegator: string;
  delegate: string;
  startsAt: string;
  endsAt: string;
  reason: string;
  createdAt: string;
  revokedAt?: string;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a delegation is by now. Nothing is written when it starts or ends: it holds, or it does not. */
export function delegationState(
  {
    startsAt,
    endsAt,
    revokedAt,
  }: Pick<DelegationRecord, 'startsAt' | 'endsAt' | 'revokedAt'>,
  now: Date,
): DelegationState {
  if (revokedAt) return 'revoked';
  if (new Date(endsAt) <= now) return 'ended';
  return new Date(startsAt) <= now ? 'active' : 'planned';
}

/** What is wrong with a delegation that somebody asks for, in a sentence; undefined when nothing is. */
export function refuseDelegation(
  asked: Pick<
    DelegationRecord,
    'delegator' | 'delegate' | 'startsAt' | 'endsAt'
  >,
  now: Date,
): Bilingual | undefined {
  const { delegator, delegate } = asked;
  const [start, end] = [new Date(asked.startsAt), new Date(asked.endsAt)];
  if (delegator === delegate) {
    return {
      'zh-CN': 'delegate: 不能委托自己。请选择其他人',
      en: 'delegate: You cannot stand in for yourself. Choose somebody else',
    };
  }
  if (end <= start) {
    return {
      'zh-CN': 'endsAt: 结束时间不晚于开始时间。请选择更晚的结束时间',
      en: `endsAt: '${asked.endsAt}' is not after the start, '${asked.startsAt}'. Choose a later end`,
    };
  }
  if (end <= now) {
    return {
      'zh-CN': 'endsAt: 结束时间已过。请选择将来的时间',
      en: `endsAt: '${asked.endsAt}' is over already. Choose an end in the future`,
    };
  }
  if (end.getTime() - start.getTime() > DELEGATION_MAX_DAYS * DAY_MS) {
    return {
      'zh-CN': `endsAt: 委托最长 ${DELEGATION_MAX_DAYS} 天。请选择更早的结束时间，以后可再次委托`,
      en: `endsAt: Somebody may stand in for at most ${DELEGATION_MAX_DAYS} days. Choose an earlier end, and delegate again later`,
    };
  }
  return undefined;
}
