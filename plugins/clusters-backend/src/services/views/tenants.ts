import type { RowAccess } from '@caas/contract-node';
import { parseQuantity, type TenantUsage } from '@caas/plugin-clusters-common';
import { addAmounts, addKnown, NO_AMOUNTS } from '../../domain/amounts';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { namespacesOf } from '../../views/queries/listInNamespaces';
import { pageOfGroups, type Window } from '../../views/queries/pageOfGroups';
import { promisedTo } from '../../views/queries/promised';
import type { VisibleNamespace } from '../../views/queries/visibleNamespaces';
import type { SeenQuota } from '../../views/resources/quotas';

type Share = Omit<TenantUsage, 'tenant' | 'clusters'>;

/** What tenants have, have asked for and use, by the label of their namespaces. */
export function tenantViews(registry: ClusterRegistry) {
  return {
    usage(
      query: Window & { cluster?: string; tenant?: string },
      access: RowAccess,
    ) {
      const tenants = new Map<string | undefined, Map<string, Share>>();
      for (const visible of namespacesOf(registry, query, access)) {
        const { cluster, tenant } = visible.place;
        const clusters = tenants.get(tenant) ?? new Map<string, Share>();
        tenants.set(tenant, clusters);
        const share = shareOf(visible);
        const known = clusters.get(cluster);
        clusters.set(cluster, known ? addShares(known, share) : share);
      }
      const rows = [...tenants].map(([tenant, clusters]) => ({
        tenant,
        ...[...clusters.values()].reduce(addShares),
        clusters: [...clusters].map(([cluster, share]) => ({
          cluster,
          ...share,
        })),
      }));
      return pageOfGroups([rows], query, byPromise);
    },
  };
}

function shareOf({ view, namespace: { name } }: VisibleNamespace): Share {
  return {
    namespaceCount: 1,
    hard: hardOf(view.quotas.seen.in(name)),
    requested: promisedTo(view.pods.seen).byNamespace.get(name) ?? NO_AMOUNTS,
    used: view.usage.seen?.namespaces.get(name)?.used,
  };
}

function addShares(one: Share, other: Share): Share {
  return {
    namespaceCount: one.namespaceCount + other.namespaceCount,
    hard: addKnown(one.hard, other.hard)!,
    requested: addAmounts(one.requested, other.requested),
    used: addKnown(one.used, other.used),
  };
}

/** What the quotas of a namespace allow to ask for; what none of them names counts as nothing. */
function hardOf(quotas: Iterable<SeenQuota>): Share['hard'] {
  const sum = { cpuMillicores: 0, memoryBytes: 0 };
  for (const { hard } of quotas) {
    const cpu = hard['requests.cpu'] ?? hard.cpu ?? '';
    const memory = hard['requests.memory'] ?? hard.memory ?? '';
    sum.cpuMillicores += Math.round((parseQuantity(cpu) ?? 0) * 1000);
    sum.memoryBytes += Math.round(parseQuantity(memory) ?? 0);
  }
  return sum;
}

function byPromise(one: TenantUsage, other: TenantUsage): number {
  return (
    other.requested.cpuMillicores - one.requested.cpuMillicores ||
    other.requested.memoryBytes - one.requested.memoryBytes ||
    ((one.tenant ?? '') < (other.tenant ?? '') ? -1 : 1)
  );
}
