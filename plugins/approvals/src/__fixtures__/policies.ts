import type { DryRun, PolicyInForce } from '@caas/plugin-approvals-common';

const tenantAdmin = {
  title: { 'zh-CN': '租户管理员审批', en: 'Tenant administrator' },
  rule: { mode: 'any' as const },
};

export const policy: PolicyInForce = {
  version: '3f2a9c',
  readAt: '2026-11-20T01:00:00.000Z',
  file: '../../catalog/approval-policies.yaml',
  text: 'rules:\n  - name: namespace\n',
  rules: [
    {
      name: 'namespace',
      description: { 'zh-CN': '命名空间', en: 'A namespace' },
      when: "kind == 'namespace.create'",
      stages: [tenantAdmin],
    },
  ],
};

export const dryRun: DryRun = {
  version: 'abc123',
  replayed: 40,
  differences: [
    {
      requestId: 'req-1',
      title: {
        'zh-CN': '申请命名空间 life-billing-dev',
        en: 'Namespace life-billing-dev',
      },
      kind: 'namespace.create',
      tenant: 'life',
      environment: 'dev',
      state: 'pending',
      createdAt: '2026-11-20T01:00:00.000Z',
      before: {
        rule: 'namespace',
        isAutomatic: false,
        stages: [{ ...tenantAdmin, approvers: 'tenantRole: tenant-admin' }],
      },
      after: { rule: 'small', isAutomatic: true, stages: [] },
    },
  ],
};
