import { formatQuantity } from '../admission/quantity';
import { usedOf } from '../admission/quota';
import { kindOf } from '../storage/ObjectStore';
import type { Pass } from './Pass';

/** Keeps `status.used` of quotas at what stands in their namespaces. */
export function reconcileQuota(pass: Pass): void {
  for (const quota of pass.list('ResourceQuota')) {
    const resources = Object.keys(quota.spec?.hard ?? {});
    const amounts = usedOf(pass.store, quota.metadata.namespace, resources);
    const used = Object.fromEntries(
      resources.map(resource => [
        resource,
        formatQuantity(resource, amounts[resource]),
      ]),
    );
    pass.store.update(kindOf('ResourceQuota'), {
      ...quota,
      status: { hard: quota.spec?.hard, used },
    });
  }
}
