import type { RequestKind } from '@caas/plugin-approvals-common';
import {
  NAMESPACE_CREATE,
  NAMESPACE_DELETE,
  NAMESPACE_RENEW,
  NAMESPACE_RESIZE,
  TENANT_QUOTA,
} from '@caas/plugin-tenancy-common';

/** The request kinds that tenancy executes, as it announces them at the desk. */
export const REQUEST_KINDS: Array<Omit<RequestKind, 'pluginId'>> = [
  {
    kind: NAMESPACE_CREATE,
    title: { 'zh-CN': '创建命名空间', en: 'Create a namespace' },
    description: {
      'zh-CN': '在租户配额内，为一个环境在集群上申请命名空间',
      en: "A place on a cluster for one environment, within the tenant's quota",
    },
  },
  {
    kind: NAMESPACE_RESIZE,
    title: { 'zh-CN': '调整命名空间', en: 'Resize a namespace' },
    description: {
      'zh-CN': '在租户配额内扩大或缩小已有的命名空间',
      en: "Make a namespace larger or smaller, within the tenant's quota",
    },
  },
  {
    kind: NAMESPACE_RENEW,
    title: { 'zh-CN': '命名空间续期', en: 'Renew a namespace' },
    description: {
      'zh-CN': '延长命名空间的租期；已停止的恢复运行',
      en: 'Let a namespace stay longer; one that was stopped runs again',
    },
  },
  {
    kind: NAMESPACE_DELETE,
    title: { 'zh-CN': '删除命名空间', en: 'Delete a namespace' },
    description: {
      'zh-CN': '删除命名空间及其全部内容，并归还配额',
      en: 'A namespace goes with everything in it, and gives its share back',
    },
  },
  {
    kind: TENANT_QUOTA,
    title: { 'zh-CN': '调整租户配额', en: 'Change a quota' },
    description: {
      'zh-CN': '调整租户在一个集群和环境中的配额，或新增配额',
      en: 'What a tenant may hold on a cluster in an environment',
    },
  },
];
