import {
  amountsOfResources,
  NO_RESOURCES,
  quotaAmounts,
  resourcesOfAmounts,
  tenantQuotaPayload,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { z } from 'zod';
import { directionOf } from './changes';
import { parsePayload } from './parsePayload';
import type { QuotaKey } from './quota';

/** The normal form of `tenant.quota`: with the quota when it was submitted; nothing at all where there was none. */
const frozenQuota = tenantQuotaPayload.extend({
  from: quotaAmounts.optional(),
  direction: z.enum(['grow', 'shrink', 'mixed']),
});

export type FrozenQuota = z.infer<typeof frozenQuota>;

/** What a `tenant.quota` request asks for, as a form sends it. @throws InputError with one sentence for each field. */
export function parseQuotaRequest(
  tenant: string,
  raw: unknown,
): { key: QuotaKey; to: Resources } {
  const { cluster, environment, ...amounts } = parsePayload(
    tenantQuotaPayload,
    raw,
  );
  return {
    key: { tenant, cluster, environment },
    to: resourcesOfAmounts(amounts),
  };
}

export function freezeQuota(
  { cluster, environment }: QuotaKey,
  from: Resources | undefined,
  to: Resources,
): FrozenQuota {
  return {
    cluster,
    environment,
    ...amountsOfResources(to),
    ...(from && { from: amountsOfResources(from) }),
    direction: directionOf(from ?? NO_RESOURCES, to),
  };
}

/** What the desk kept of a `tenant.quota` request. */
export function readFrozenQuota(
  tenant: string,
  raw: unknown,
): { key: QuotaKey; from?: Resources; to: Resources } {
  const { from, direction, ...payload } = parsePayload(frozenQuota, raw);
  const { cluster, environment, ...amounts } = payload;
  return {
    key: { tenant, cluster, environment },
    from: from && resourcesOfAmounts(from),
    to: resourcesOfAmounts(amounts),
  };
}
