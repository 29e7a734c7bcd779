import { formatQuantity } from '../admission/quantity';
import { usedOf } from '../admission/quota';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/** Keeps `status.used` of quotas at what stands in their namespaces. */
export function reconcileQuota(store: ObjectStore): void {
  const kind = kindOf('ResourceQuota');
  for (const quota of store.list(kind)) {
    const used = Object.fromEntries(
      Object.keys(quota.spec?.hard ?? {}).map(resource => [
        resource,
        formatQuantity(
          resource,
          usedOf(store, quota.metadata.namespace, resource),
        ),
      ]),
    );
    store.update(kind, { ...quota, status: { hard: quota.spec?.hard, used } });
  }
}
