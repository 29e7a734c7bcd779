import type { RowAccess } from '@caas/contract-node';
import type {
  Department,
  Member,
  Quota,
  TenantRole,
  TightestQuota,
} from '@caas/plugin-tenancy-common';
import type { NamespaceRecord } from '../domain/namespace';
import type { TenantSummary } from '../domain/tenant';

/** Who asks, and what they may see. */
export type Reader = { access: RowAccess; actor?: string };

export type TenantForReader = TenantSummary & { myRoles: TenantRole[] };

/** What a tenant runs out of first is for whoever may see the tenant, as its quotas are. */
export type ListedTenantForReader = TenantForReader & {
  tightestQuota?: TightestQuota;
};

export type Page<T> = { items: T[]; totalCount: number };

/** What people and services read of tenants. A tenant that the reader may not see does not exist. */
export interface TenantService {
  list(
    reader: Reader,
    page: { limit: number; offset: number },
  ): Promise<Page<ListedTenantForReader>>;
  get(
    reader: Reader,
    code: string,
  ): Promise<TenantForReader & { members: Member[]; quotas: Quota[] }>;
  listQuotas(reader: Reader, code: string): Promise<Quota[]>;
  listNamespaces(
    reader: Reader,
    page: {
      tenant?: string;
      shows?: 'held' | 'deleted';
      leaseEndsBy?: string;
      limit: number;
      offset: number;
    },
  ): Promise<Page<NamespaceRecord>>;
  /** Everything, or what one tenant has, for the catalog. */
  project(tenant?: string): Promise<{
    tenants: Array<
      TenantSummary & {
        members: Member[];
        quotas: Quota[];
        departments: Department[];
        people: Array<{ user: string; department?: string }>;
      }
    >;
    namespaces: NamespaceRecord[];
  }>;
}
