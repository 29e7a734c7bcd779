import { says } from '@caas/contract';
import { z } from 'zod';
import { quotaAmounts } from '../amounts';
import { environment } from '../schemas';

/** The request kind that changes what a tenant may hold on a cluster in an environment. @public */
export const TENANT_QUOTA = 'tenant.quota';

/** Payload of `tenant.quota`: the whole new quota. Where the tenant has none there, it gets one. @public */
export const tenantQuotaPayload = quotaAmounts.extend({
  cluster: z
    .string(says('Choose a cluster', '请选择集群'))
    .trim()
    .min(1, says('Choose a cluster', '请选择集群'))
    .max(63),
  environment,
});

/** @public */
export type TenantQuotaPayload = z.infer<typeof tenantQuotaPayload>;
