import type { NotificationService } from '@backstage/plugin-notifications-node';
import { lastDayOf, NAMESPACE_RENEW } from '@caas/plugin-tenancy-common';
import type { NamespaceRecord } from '../domain/namespace';
import type { LeaseNews, LeaseNotifier } from './LeaseNotifier';

type Options = {
  notifications: NotificationService;
  listTenantAdmins(tenant: string): Promise<string[]>;
};

/** Backstage's notifications: stored once for all readers, so in both languages. */
export class BackstageLeaseNotifier implements LeaseNotifier {
  static create(options: Options): BackstageLeaseNotifier {
    return new BackstageLeaseNotifier(options);
  }

  private constructor(private readonly options: Options) {}

  async tell(namespace: NamespaceRecord, until: Date, news: LeaseNews) {
    const { notifications, listTenantAdmins } = this.options;
    const { id, tenant, requester } = namespace;
    const admins = await listTenantAdmins(tenant);
    await notifications.send({
      recipients: {
        type: 'entity',
        entityRef: [...new Set([requester, ...admins])],
      },
      payload: {
        ...textOf(namespace, until, news),
        link: linkOf(namespace, news),
        severity: news.kind === 'remind' && news.days > 1 ? 'normal' : 'high',
        topic: 'leases',
        // A reminder that is sent again, because its sender was killed, takes the place of the first.
        scope: `tenancy:lease:${id}:${lastDayOf(until)}:${news.kind}${news.kind === 'remind' ? news.days : ''}`,
      },
    });
  }
}

/** What can be renewed leads to the renewal; what is being deleted to the tenant. */
function linkOf({ id, tenant }: NamespaceRecord, news: LeaseNews): string {
  if (news.kind === 'deleting') return `/tenants/${tenant}`;
  const query = new URLSearchParams({
    kind: NAMESPACE_RENEW,
    tenant,
    'payload.namespace': id,
  });
  return `/requests/new?${query}`;
}

function textOf(
  { name, cluster }: NamespaceRecord,
  until: Date,
  news: LeaseNews,
) {
  const day = lastDayOf(until);
  switch (news.kind) {
    case 'remind':
      return {
        title: `命名空间 ${name} 的租期将于 ${day} 到期 / The lease of namespace ${name} ends on ${day}`,
        description: `还有 ${news.days} 天。到期后停止运行，宽限期后删除；如仍需使用，请续期。 / In ${news.days} days. It is stopped then, and deleted after some days of grace: renew it if you need it.`,
      };
    case 'held': {
      const [first, ...others] = news.holders;
      const more = others.length;
      return {
        title: `命名空间 ${name} 的租期已到，但仍被使用 / The lease of namespace ${name} is over, and something needs it`,
        description: `${first.kind} ${first.name}${more ? ` 等 ${more + 1} 项` : ''}：${first.reason['zh-CN']}。请解除依赖，或续期。 / ${first.kind} ${first.name}${more ? ` and ${more} more` : ''}: ${first.reason.en}. Untie it, or renew the lease.`,
      };
    }
    case 'stopped': {
      const graceDay = lastDayOf(news.graceUntil);
      return {
        title: `命名空间 ${name} 已停止运行 / Namespace ${name} was stopped`,
        description: `租期已到。${graceDay} 之后删除；续期后恢复运行。 / Its lease is over. It is deleted after ${graceDay}; a renewal runs it again.`,
      };
    }
    default:
      return {
        title: `命名空间 ${name} 正在删除 / Namespace ${name} is being deleted`,
        description: `租期与宽限期均已结束（集群 ${cluster}）。租户管理员可在租户页面下载其清单。 / Its lease and the days of grace are over (cluster ${cluster}). Administrators of the tenant can download its manifests.`,
      };
  }
}
