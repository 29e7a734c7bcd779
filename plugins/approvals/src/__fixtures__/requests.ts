import type {
  Evidence,
  Execution,
  RequestDetail,
  RequestKind,
  RequestPreview,
  SimilarDecision,
} from '@caas/plugin-approvals-common';

const PAYLOAD_HASH =
  '9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de';

export const namespaceKind: RequestKind = {
  kind: 'namespace.create',
  title: { 'zh-CN': '申请命名空间', en: 'Apply for a namespace' },
  description: {
    'zh-CN': '在集群中为租户创建命名空间',
    en: 'A place on a cluster for the tenant',
  },
  pluginId: 'tenancy',
};

export const evidence: Evidence = {
  items: [
    {
      id: 'pool.cpu',
      label: { 'zh-CN': '资源池 CPU', en: 'CPU of the pool' },
      value: {
        'zh-CN': '已分配 6 核，本次申请 2 核，上限 16 核',
        en: '6 cores allocated, 2 asked for, 16 in all',
      },
      tone: 'neutral',
      gauge: { used: 6000, requested: 2000, limit: 16000, unit: 'millicores' },
    },
    {
      id: 'pool.memory',
      label: { 'zh-CN': '资源池内存', en: 'Memory of the pool' },
      value: {
        'zh-CN': '已分配 12Gi，本次申请 4Gi，上限 32Gi',
        en: '12Gi allocated, 4Gi asked for, 32Gi in all',
      },
      tone: 'neutral',
      gauge: {
        used: 12 * 2 ** 30,
        requested: 4 * 2 ** 30,
        limit: 32 * 2 ** 30,
        unit: 'bytes',
      },
    },
    {
      id: 'pool.left',
      label: { 'zh-CN': '批准后剩余', en: 'Left after approval' },
      value: { 'zh-CN': '8 核、16Gi', en: '8 cores and 16Gi' },
      tone: 'good',
    },
  ],
  objects: [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'life-billing-dev' },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'portal', namespace: 'life-billing-dev' },
      spec: { hard: { 'requests.cpu': '2', 'requests.memory': '4Gi' } },
    },
  ],
};

/** Li Wei asks, Wang Fang may decide; seen by Wang Fang. */
export const pendingRequest: RequestDetail = {
  id: 'req-1',
  kind: 'namespace.create',
  title: {
    'zh-CN': '申请命名空间 life-billing-dev',
    en: 'Namespace life-billing-dev',
  },
  tenant: 'life',
  environment: 'dev',
  requester: 'user:default/li-wei',
  state: 'pending',
  version: 2,
  createdAt: '2026-11-20T01:00:00.000Z',
  updatedAt: '2026-11-20T01:00:01.000Z',
  stageTitle: { 'zh-CN': '租户管理员审批', en: 'Tenant administrator' },
  canDecide: true,
  purpose: '保费计费系统开发环境',
  payload: {
    name: 'billing',
    cluster: 'nonprod',
    environment: 'dev',
    cpu: '2',
    memory: '4Gi',
  },
  payloadHash: PAYLOAD_HASH,
  revision: 1,
  policy: { rule: 'nonprod-namespace', version: '3f2a' },
  stages: [
    {
      index: 0,
      title: { 'zh-CN': '租户管理员审批', en: 'Tenant administrator' },
      state: 'open',
      rule: { mode: 'any' },
      approvers: ['user:default/wang-fang'],
      decisions: [],
    },
  ],
  evidence,
  timeline: [
    {
      id: 'entry-1',
      at: '2026-11-20T01:00:00.000Z',
      by: 'user:default/li-wei',
      event: 'submitted',
    },
  ],
  can: {
    decide: true,
    withdraw: false,
    revise: false,
    retry: false,
    cancel: false,
  },
};

/** What the pending request was before it was made. */
export const preview: RequestPreview = {
  title: pendingRequest.title,
  payload: pendingRequest.payload,
  evidence,
  policy: { rule: 'nonprod-namespace', version: '3f2a' },
  stages: [
    {
      title: { 'zh-CN': '租户管理员审批', en: 'Tenant administrator' },
      rule: { mode: 'any' },
      approvers: ['user:default/wang-fang'],
    },
    {
      title: { 'zh-CN': '平台管理员审批', en: 'Platform administrator' },
      rule: { mode: 'quorum', count: 2 },
      approvers: [],
    },
  ],
};

const passedStages: RequestDetail['stages'] = [
  {
    ...pendingRequest.stages[0],
    state: 'passed',
    decisions: [
      {
        by: 'user:default/wang-fang',
        verdict: 'approve',
        comment: '容量充足',
        payloadHash: PAYLOAD_HASH,
        at: '2026-11-20T02:00:00.000Z',
      },
    ],
  },
];

const execution: Execution = {
  state: 'working',
  steps: [
    {
      id: 'allocate',
      label: { 'zh-CN': '从配额中分配', en: 'Allocate from the quota' },
      state: 'done',
    },
    {
      id: 'apply',
      label: {
        'zh-CN': '在集群上创建对象',
        en: 'Create the objects on the cluster',
      },
      state: 'working',
      message: {
        'zh-CN': '5 个对象中 2 个已就绪',
        en: '2 of 5 objects are ready',
      },
    },
  ],
};

const nothing = {
  decide: false,
  withdraw: false,
  revise: false,
  retry: false,
  cancel: false,
};

export const executingRequest: RequestDetail = {
  ...pendingRequest,
  id: 'req-2',
  state: 'executing',
  version: 4,
  stageTitle: undefined,
  canDecide: false,
  stages: passedStages,
  execution,
  can: nothing,
};

export const completedRequest: RequestDetail = {
  ...executingRequest,
  state: 'completed',
  version: 5,
  execution: {
    state: 'done',
    steps: execution.steps.map(({ message, ...step }) => ({
      ...step,
      state: 'done' as const,
    })),
  },
};

export const failedRequest: RequestDetail = {
  ...executingRequest,
  id: 'req-3',
  state: 'failed',
  version: 5,
  execution: {
    state: 'failed',
    message: {
      'zh-CN': '集群拒绝了命名空间“life-billing-dev”',
      en: "The cluster refused namespace 'life-billing-dev'",
    },
    steps: [
      execution.steps[0],
      {
        ...execution.steps[1],
        state: 'failed',
        message: { 'zh-CN': '已拒绝', en: 'Refused' },
      },
    ],
  },
  can: { ...nothing, retry: true, cancel: true },
};

/** Seen by Li Wei, who has to revise it. */
export const returnedRequest: RequestDetail = {
  ...pendingRequest,
  id: 'req-4',
  state: 'returned',
  version: 3,
  stageTitle: undefined,
  canDecide: false,
  stages: [
    {
      ...pendingRequest.stages[0],
      state: 'returned',
      decisions: [
        {
          by: 'user:default/wang-fang',
          verdict: 'return',
          comment: '请缩小规格',
          payloadHash: PAYLOAD_HASH,
          at: '2026-11-20T02:00:00.000Z',
        },
      ],
    },
  ],
  can: { ...nothing, withdraw: true, revise: true },
};

export const similarDecisions: SimilarDecision[] = [
  {
    requestId: 'req-0',
    title: {
      'zh-CN': '申请命名空间 life-claims-dev',
      en: 'Namespace life-claims-dev',
    },
    tenant: 'life',
    environment: 'dev',
    requester: 'user:default/li-wei',
    by: 'user:default/wang-fang',
    verdict: 'reject',
    comment: '规格过大',
    at: '2026-11-18T02:00:00.000Z',
  },
];
