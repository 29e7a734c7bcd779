import type { Delegation } from '@caas/plugin-approvals-common';

/** Wang Fang is away, and Li Wei stands in. */
export const myDelegation: Delegation = {
  id: 'delegation-1',
  delegator: 'user:default/wang-fang',
  delegate: 'user:default/li-wei',
  startsAt: '2026-12-01T00:00:00.000Z',
  endsAt: '2026-12-08T00:00:00.000Z',
  reason: '年假',
  state: 'planned',
  createdAt: '2026-11-20T01:00:00.000Z',
};

/** Sun Li is away now, and Wang Fang stands in. */
export const delegationToMe: Delegation = {
  id: 'delegation-2',
  delegator: 'user:default/sun-li',
  delegate: 'user:default/wang-fang',
  startsAt: '2026-11-20T00:00:00.000Z',
  endsAt: '2026-11-30T00:00:00.000Z',
  reason: '出差',
  state: 'active',
  createdAt: '2026-11-19T01:00:00.000Z',
};
