import { bilingual, says } from '@caas/contract';
import { z } from 'zod';
import { namespaceLease } from './lease';
import { RESOURCE_DIMENSIONS, resources } from './resources';
import {
  ENVIRONMENTS,
  PLATFORM_ROLES,
  TENANT_FACTS,
  TENANT_ROLES,
} from './roles';

/** Code of a tenant: stable, used in labels and names. @public */
export const tenantCode = z
  .string()
  .trim()
  .min(1, says('Choose a tenant', '请选择租户'))
  .max(
    30,
    says('A tenant code has at most 30 characters', '租户编码最多 30 个字符'),
  );

/** Entity ref of a user, such as `user:default/li-wei`. @public */
export const userRef = z.string().trim().min(1).max(300);

/**
 * Names of groups as the company's sign-in claims them. People of a large house are in hundreds.
 *
 * @public
 */
export const claimedGroups = z
  .array(z.string().trim().min(1).max(300))
  .max(
    2000,
    says(
      'At most 2000 groups of a person can be taken down',
      '一个人最多记录 2000 个组',
    ),
  );

/** @public */
export const environment = z.enum(
  ENVIRONMENTS,
  says(
    `Choose one of the environments ${ENVIRONMENTS.join(', ')}`,
    `请选择环境：${ENVIRONMENTS.join('、')}`,
  ),
);

/** @public */
export const member = z.object({ user: userRef, role: z.enum(TENANT_ROLES) });

/** @public */
export type Member = z.infer<typeof member>;

/**
 * A tenant's quota for one cluster and environment. `allocated` and `requested` together may exceed `hard` only while
 * requests wait: `allocated` alone never does.
 *
 * @public
 */
export const quota = z.object({
  cluster: z.string(),
  environment: z.enum(ENVIRONMENTS),
  hard: resources,
  /** Held by approved namespaces. */
  allocated: resources,
  /** Asked for by requests that are not decided yet. */
  requested: resources,
  /** What stands in the namespaces now. Left out, whole or in part, where the cluster does not tell. */
  used: resources.partial().optional(),
  /** The highest use of two weeks, as far as the cluster has measured it. */
  peak: resources.partial().optional(),
});

/** @public */
export type Quota = z.infer<typeof quota>;

/**
 * What a tenant will run out of first: one dimension of one of its quotas, in whole base units of the dimension.
 *
 * @public
 */
export const tightestQuota = z.object({
  cluster: z.string(),
  environment: z.enum(ENVIRONMENTS),
  dimension: z.enum(RESOURCE_DIMENSIONS),
  hard: z.number().int().min(0),
  allocated: z.number().int().min(0),
  requested: z.number().int().min(0),
});

/** @public */
export type TightestQuota = z.infer<typeof tightestQuota>;

/** @public */
export const tenant = z.object({
  code: tenantCode,
  /** Chinese name, and English one. */
  name: z.string(),
  nameEn: z.string(),
  state: z.enum(['active', 'suspended', 'closed']),
  /** Why it has been suspended, closed or reopened, when the portal was told. */
  stateReason: z.string().optional(),
  /** Catalog group of the tenant. */
  group: z.string(),
  contacts: z.array(userRef),
  /** Where it was made: in the tenants file, or in the portal. */
  origin: z.enum(['file', 'portal']),
  /** What the tenants file says of it: the portal cannot change that. Nothing for a tenant of the portal. */
  fileSays: z.array(z.enum(TENANT_FACTS)),
  /** Money a month, in the currency of `tenancy.pricing`. */
  budget: z.number().int().min(0).optional(),
  /** Name of the tenant's private project in Harbor. */
  harborProject: z.string().optional(),
  /** Grows with each change in the portal; an edit names the one that it was made from. */
  version: z.number().int(),
  /** Roles that the caller has in this tenant. */
  myRoles: z.array(z.enum(TENANT_ROLES)),
  namespaceCount: z.number().int(),
});

/** @public */
export type Tenant = z.infer<typeof tenant>;

/** A tenant as a row of a list, with its use at a glance. @public */
export const listedTenant = tenant.extend({
  /** Left out for a tenant without quotas. */
  tightestQuota: tightestQuota.optional(),
});

/** @public */
export type ListedTenant = z.infer<typeof listedTenant>;

/** @public */
export const tenantDetail = tenant.extend({
  members: z.array(member),
  quotas: z.array(quota),
});

/** @public */
export type TenantDetail = z.infer<typeof tenantDetail>;

/**
 * State of a namespace: `provisioning` until its objects stand on the cluster, then `ready`; `failed` when a person is
 * needed; `stopped` when its lease is over and nothing runs in it; `deleting`, and `deleted` for good.
 *
 * @public
 */
export const namespaceState = z.enum([
  'provisioning',
  'ready',
  'failed',
  'stopped',
  'deleting',
  'deleted',
]);

/** A namespace that a tenant holds. @public */
export const namespace = z.object({
  id: z.string(),
  /** Name on the cluster. */
  name: z.string(),
  tenant: tenantCode,
  cluster: z.string(),
  environment: z.enum(ENVIRONMENTS),
  /** Set of nodes that its pods run on; undefined for the usual one. */
  partition: z.string().optional(),
  resources,
  purpose: z.string(),
  state: namespaceState,
  /** Namespaces of production, and those made before leases were, have none. */
  lease: namespaceLease.optional(),
  /** Why it failed, or what it waits for, in a sentence. */
  message: bilingual.optional(),
  /** Request that created it, and who asked. */
  requestId: z.string(),
  requester: userRef,
  createdAt: z.string(),
});

/** @public */
export type Namespace = z.infer<typeof namespace>;

/** What a person may do by their roles. @public */
export const memberships = z.object({
  user: userRef,
  platformRoles: z.array(z.enum(PLATFORM_ROLES)),
  tenants: z.array(
    z.object({
      code: tenantCode,
      name: z.string(),
      nameEn: z.string(),
      roles: z.array(z.enum(TENANT_ROLES)),
      /** What custom roles of the tenant add, by name of the permission. */
      permissions: z.array(z.string()),
    }),
  ),
});

/** @public */
export type Memberships = z.infer<typeof memberships>;
