import type { TenantRole } from '@caas/plugin-tenancy-common';
import type { Tenant } from '../domain/tenant';

/** A role of a person in a tenant: one that every tenant has, or one that the tenant made. */
export type Membership = { tenant: string; user: string } & (
  { role: TenantRole } | { customRole: string }
);

/** When somebody gave a role in the portal; undefined when the tenants file says it. */
export type Given = { by: string; at: string };

/** A person with the roles that they have themselves. */
export type PersonRecord = {
  user: string;
  department?: string;
  roles: Array<{ role: TenantRole; given?: Given }>;
  customRoles: Array<{
    code: string;
    name: string;
    nameEn: string;
    given: Given;
  }>;
};

/** What a custom role gives a person, in a tenant that is not closed. */
export type CustomGrant = Pick<Tenant, 'code' | 'name' | 'nameEn'> & {
  permissions: string[];
};

/** The people in tenants, and what they have themselves. */
export interface MemberStore {
  /** Once given, giving again changes nothing. @throws ConflictError when the tenant is closed. */
  add(membership: Membership, given: { by: string; now: Date }): Promise<void>;
  /**
   * Taking away what somebody does not have changes nothing.
   *
   * @throws ConflictError when the tenants file says it, or it is the last tenant administrator.
   */
  remove(membership: Membership): Promise<void>;
  /** Null takes the person out of every department. */
  place(place: {
    tenant: string;
    user: string;
    department: string | null;
  }): Promise<void>;
  /** By user ref. */
  listPeople(tenant: string): Promise<PersonRecord[]>;
  /** The same, of every tenant. */
  listAllPeople(): Promise<Map<string, PersonRecord[]>>;
  /** Closed tenants give nobody anything. */
  listCustomGrantsOf(user: string): Promise<CustomGrant[]>;
}
