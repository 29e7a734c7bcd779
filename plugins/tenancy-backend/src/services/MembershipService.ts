import type {
  Memberships,
  PlatformRole,
  TenantRole,
} from '@caas/plugin-tenancy-common';

/** Who has which role, on the platform and in tenants. */
export interface MembershipService {
  /** Somebody nobody knows has no roles; that is not an error. */
  get(user: string): Promise<Memberships>;
  listHolders(
    role: PlatformRole | TenantRole,
    tenant?: string,
  ): Promise<string[]>;
  /** Everybody who may hear of a tenant: its members, and the holders of platform roles. */
  listAudience(tenant: string): Promise<string[]>;
}
