import type {
  ExecutionStep,
  RequestDetail,
  Stage,
} from '@caas/plugin-approvals-common';

export const LI_WEI = 'user:default/li-wei';
export const WANG_FANG = 'user:default/wang-fang';

/** A request that waits for the tenant administrator, with what a test changes. */
export function requestOf(changes: Partial<RequestDetail> = {}): RequestDetail {
  return {
    id: 'r1',
    kind: 'namespace.create',
    title: { 'zh-CN': '创建 life-pay-dev', en: 'Create life-pay-dev' },
    tenant: 'life',
    environment: 'dev',
    requester: LI_WEI,
    state: 'pending',
    version: 1,
    createdAt: '2026-11-22T08:00:00.000Z',
    updatedAt: '2026-11-22T08:00:00.000Z',
    stageTitle: { 'zh-CN': '租户管理员审批', en: 'Tenant administrator' },
    canDecide: false,
    purpose: 'For the tests',
    payload: {},
    payloadHash: 'hash',
    revision: 1,
    stages: [stageOf()],
    timeline: [
      {
        id: 't1',
        at: '2026-11-22T08:00:00.000Z',
        event: 'submitted',
        by: LI_WEI,
      },
      { id: 't2', at: '2026-11-22T08:00:00.000Z', event: 'stage-opened' },
    ],
    can: {
      decide: false,
      withdraw: true,
      revise: false,
      retry: false,
      cancel: false,
    },
    ...changes,
  };
}

function stageOf(changes: Partial<Stage> = {}): Stage {
  return {
    index: 0,
    title: { 'zh-CN': '租户管理员审批', en: 'Tenant administrator' },
    state: 'open',
    rule: { mode: 'any' },
    approvers: [WANG_FANG],
    decisions: [],
    ...changes,
  };
}

const at = '2026-11-22T09:00:00.000Z';

/** What comes after it in the timeline. */
export function timelineWith(
  ...events: Array<{ event: string; by?: string; comment?: string }>
): RequestDetail['timeline'] {
  return [
    ...requestOf().timeline,
    ...events.map((entry, index) => ({ id: `t${index + 3}`, at, ...entry })),
  ];
}

const REFUSED = {
  'zh-CN': '集群拒绝了它',
  en: 'The cluster refuses it',
};

const step = (
  state: ExecutionStep['state'],
  message?: ExecutionStep['message'],
) => ({
  id: 'objects',
  label: { 'zh-CN': '创建对象', en: 'Make the objects' },
  state,
  message,
});

const approved = { event: 'approved', by: WANG_FANG, comment: 'Fine' };

export const EXECUTING = requestOf({
  state: 'executing',
  version: 3,
  timeline: timelineWith(approved, { event: 'started' }),
  execution: {
    state: 'working',
    steps: [
      step('working', { 'zh-CN': '等待配额', en: 'Waits for the quota' }),
    ],
  },
});

export const COMPLETED = requestOf({
  state: 'completed',
  version: 4,
  timeline: timelineWith(
    approved,
    { event: 'started' },
    { event: 'completed' },
  ),
  execution: { state: 'done', steps: [step('done')] },
});

export const RETURNED = requestOf({
  state: 'returned',
  version: 2,
  timeline: timelineWith({
    event: 'returned',
    by: WANG_FANG,
    comment: 'Ask for less',
  }),
});

export const REJECTED = requestOf({
  state: 'rejected',
  version: 2,
  stages: [
    stageOf({
      state: 'rejected',
      decisions: [
        {
          by: WANG_FANG,
          verdict: 'reject',
          comment: 'Not this year',
          payloadHash: 'hash',
          at,
        },
      ],
    }),
  ],
  timeline: timelineWith({
    event: 'rejected',
    by: WANG_FANG,
    comment: 'Not this year',
  }),
});

/** What a failed execution leaves, tried again by schedule or not. */
export const failed = (retryAt?: string) =>
  requestOf({
    state: 'failed',
    version: 4,
    timeline: timelineWith(approved, { event: 'started' }, { event: 'failed' }),
    execution: {
      state: 'failed',
      steps: [step('failed', REFUSED)],
      message: REFUSED,
      retryAt,
    },
  });
