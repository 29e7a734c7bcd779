import { formatQuantity } from '../admission/quantity';
import { usedOf } from '../admission/quota';
import { kindOf } from '../storage/ObjectStore';
import type { Pass } from './Pass';

/** Keeps `status.used` of quotas at what stands in their namespaces. */
export function reconcileQuota(pass: Pass): void {
  for (const quota of pass.list('ResourceQuota')) {
    const used = Object.fromEntries(
      Object.keys(quota.spec?.hard ?? {}).map(resource => [
        resource,
        formatQuantity(
          resource,
          usedOf(pass.store, quota.metadata.namespace, resource),
        ),
      ]),
    );
    pass.store.update(kindOf('ResourceQuota'), {
      ...quota,
      status: { hard: quota.spec?.hard, used },
    });
  }
}
