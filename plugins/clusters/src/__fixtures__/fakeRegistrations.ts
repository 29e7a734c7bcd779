import type {
  ClusterRegistration,
  ConnectionTest,
} from '@caas/plugin-clusters-common';

export const registration: ClusterRegistration = {
  name: 'prod',
  title: '生产集群',
  titleEn: 'Production',
  environments: ['prod'],
  region: 'Shanghai',
  url: 'https://10.0.0.2:6443',
  ca: '',
  version: 4,
  updatedBy: 'user:default/chen-jing',
  updatedAt: '2026-11-21T08:00:00Z',
};

export const usableTest: ConnectionTest = {
  isUsable: true,
  version: 'v1.34.1',
  checks: [
    {
      id: 'connection',
      status: 'ok',
      message: { 'zh-CN': '主机有响应', en: 'The host answers' },
    },
    {
      id: 'certificate',
      status: 'ok',
      message: { 'zh-CN': '证书受信任', en: 'Its certificate is trusted' },
    },
    {
      id: 'token',
      status: 'ok',
      message: { 'zh-CN': '令牌有效', en: 'The token is accepted' },
    },
    {
      id: 'version',
      status: 'ok',
      message: { 'zh-CN': 'v1.34.1', en: 'v1.34.1' },
    },
    {
      id: 'right',
      status: 'ok',
      message: {
        'zh-CN': '可以 list、watch nodes',
        en: 'May list, watch nodes',
      },
      right: { use: 'views', verbs: ['list', 'watch'], resource: 'nodes' },
    },
    {
      id: 'right',
      status: 'missing',
      message: {
        'zh-CN': '不能 create pods/eviction',
        en: 'May not create pods/eviction',
      },
      right: { use: 'actions', verbs: ['create'], resource: 'pods/eviction' },
    },
  ],
};

export const unusableTest: ConnectionTest = {
  isUsable: false,
  checks: [
    {
      id: 'connection',
      status: 'ok',
      message: { 'zh-CN': '主机有响应', en: 'The host answers' },
    },
    {
      id: 'token',
      status: 'failed',
      message: {
        'zh-CN': '集群不接受该令牌',
        en: 'The cluster does not accept the token',
      },
    },
  ],
};

/** What the pages of registration ask. */
export const fakeRegistrations = {
  test: async () => usableTest,
  testChange: async () => usableTest,
  get: async () => registration,
  register: async () => ({ registration, test: usableTest }),
  update: async () => ({ registration, test: usableTest }),
  remove: async () => ({ cluster: 'prod', applySetsLeft: 0 }),
};
