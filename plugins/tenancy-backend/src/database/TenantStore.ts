import type { RowFilter } from '@caas/contract-node';
import type {
  Member,
  TenantChange,
  TenantRole,
  TenantStateChange,
} from '@caas/plugin-tenancy-common';
import type { Tenant, TenantSummary } from '../domain/tenant';
import type { TenantDefinition } from '../domain/tenantsFile';
import type { AppliedDefinitions } from './operations/applyTenantDefinitions';
import type { TenantToMake } from './operations/createTenant';

/** A person's role in a tenant that is not closed. */
export type RoleInTenant = Pick<Tenant, 'code' | 'name' | 'nameEn'> & {
  role: TenantRole;
};

/** Tenants and the people in them. */
export interface TenantStore {
  /** Brings tenants, members and quotas to what the tenants file says. */
  applyDefinitions(
    definitions: TenantDefinition[],
    now: Date,
  ): Promise<AppliedDefinitions>;
  /** @throws ConflictError when the code is taken. */
  create(tenant: TenantToMake, now: Date): Promise<void>;
  /** @throws ConflictError when somebody else was faster, or the tenants file says otherwise. */
  update(change: TenantChange, now: Date): Promise<void>;
  /** Answers the state before. @throws ConflictError with what is in the way. */
  setState(change: TenantStateChange, now: Date): Promise<Tenant['state']>;
  find(code: string): Promise<TenantSummary | undefined>;
  /** By code. */
  list(page: {
    filter: RowFilter;
    limit: number;
    offset: number;
  }): Promise<{ items: TenantSummary[]; totalCount: number }>;
  /** Every tenant with its members, for the catalog. */
  listAll(): Promise<Array<TenantSummary & { members: Member[] }>>;
  listMembers(code: string): Promise<Member[]>;
  /** Closed tenants give nobody a role. */
  listRolesOf(user: string): Promise<RoleInTenant[]>;
}
