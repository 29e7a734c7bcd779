import { counts, podUse } from '../admission/podResources';
import { formatQuantity } from '../admission/quantity';
import { KINDS } from '../api/kinds';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/** Keeps `status.used` of quotas at what stands in their namespaces. */
export function reconcileQuota(store: ObjectStore): void {
  const kind = kindOf('ResourceQuota');
  for (const quota of store.list(kind)) {
    const { namespace } = quota.metadata;
    const pods = store.list(kindOf('Pod'), namespace).filter(counts);
    const used = Object.fromEntries(
      Object.keys(quota.spec?.hard ?? {}).map(resource => {
        const amount =
          objectCount(store, namespace, resource) ??
          pods.reduce((sum, pod) => sum + (podUse(pod)[resource] ?? 0), 0);
        return [resource, formatQuantity(resource, amount)];
      }),
    );
    store.update(kind, { ...quota, status: { hard: quota.spec?.hard, used } });
  }
}

/** Quotas such as `services` or `count/configmaps` count objects. */
function objectCount(
  store: ObjectStore,
  namespace: string | undefined,
  resource: string,
): number | undefined {
  const plural = resource.replace(/^count\//, '').split('.')[0];
  const kind = KINDS.find(
    candidate => candidate.plural === plural && candidate.kind !== 'Pod',
  );
  return kind && store.list(kind, namespace).length;
}
