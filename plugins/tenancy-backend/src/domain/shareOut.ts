import { addResources, type Resources } from '@caas/plugin-tenancy-common';
import { inBothLanguages } from './inBothLanguages';
import { fits, leftOf, type TenantQuota } from './quota';
import { QuotaExceededError } from './QuotaExceededError';
import { quotaExceededSentence } from './quotaSentences';

/**
 * Who of those who ask is given a share of a quota, in the order in which they ask: whoever does not fit is refused, and
 * leaves what is left to the next.
 */
export function shareOut<Asked extends { resources: Resources }>(
  quota: Omit<TenantQuota, 'requested'>,
  asked: readonly Asked[],
) {
  const given: Asked[] = [];
  const refused: Array<{ asked: Asked; reason: QuotaExceededError }> = [];
  let { allocated } = quota;
  for (const each of asked) {
    const { resources } = each;
    const figures = { ...quota, allocated };
    if (fits(resources, leftOf(figures))) {
      given.push(each);
      allocated = addResources(allocated, resources);
    } else {
      const reason = inBothLanguages(
        QuotaExceededError,
        quotaExceededSentence(quota.tenant, resources, figures),
      );
      refused.push({ asked: each, reason });
    }
  }
  return { given, refused, allocated };
}
