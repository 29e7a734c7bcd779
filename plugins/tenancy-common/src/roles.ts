/**
 * Roles for the whole platform.
 *
 * @public
 */
export const PLATFORM_ROLES = [
  'platform-admin',
  'cluster-admin',
  'auditor',
] as const;

/** @public */
export type PlatformRole = (typeof PLATFORM_ROLES)[number];

/**
 * Roles inside one tenant.
 *
 * @public
 */
export const TENANT_ROLES = [
  'tenant-admin',
  'developer',
  'operator',
  'viewer',
] as const;

/** @public */
export type TenantRole = (typeof TENANT_ROLES)[number];

/** Environments of a namespace. @public */
export const ENVIRONMENTS = ['dev', 'test', 'staging', 'prod'] as const;

/** @public */
export type Environment = (typeof ENVIRONMENTS)[number];

/** What the tenants file can say of a tenant. @public */
export const TENANT_FACTS = [
  'name',
  'nameEn',
  'group',
  'contacts',
  'state',
] as const;

/** @public */
export type TenantFact = (typeof TENANT_FACTS)[number];
