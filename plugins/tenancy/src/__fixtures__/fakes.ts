import type { RequestSummary } from '@caas/plugin-approvals-common';
import type { ApprovalsApi } from '@caas/plugin-approvals-react';

/** A request of life insurance that waits. */
export const waitingRequest: RequestSummary = {
  id: 'req-3',
  kind: 'namespace.create',
  title: {
    'zh-CN': '申请命名空间 life-quote-dev',
    en: 'Namespace life-quote-dev',
  },
  tenant: 'life',
  environment: 'dev',
  requester: 'user:default/li-wei',
  state: 'pending',
  version: 1,
  createdAt: '2026-11-21T08:00:00Z',
  updatedAt: '2026-11-21T08:00:00Z',
  stageTitle: { 'zh-CN': '租户管理员审批', en: 'Tenant administrator' },
  canDecide: false,
};

/** The desk with one request, of life insurance. */
export function fakeDesk(): ApprovalsApi {
  const list = async ({ tenant }: { tenant?: string }) => {
    const items = tenant === 'life' ? [waitingRequest] : [];
    return { items, totalCount: items.length };
  };
  // Safe: the pages of tenants ask the desk for lists alone; anything else fails its test.
  return { requests: { list } } as ApprovalsApi;
}
