import type { RequestKind } from '@caas/plugin-approvals-common';
import { NAMESPACE_CREATE } from '@caas/plugin-tenancy-common';

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
];
