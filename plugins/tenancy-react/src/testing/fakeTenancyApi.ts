import { NotFoundError } from '@backstage/errors';
import {
  findTightestQuota,
  type Memberships,
  type Namespace,
  type TenantDetail,
} from '@caas/plugin-tenancy-common';
import type { TenancyApi } from '../api';
import { customRoles, departments, people } from './people';
import {
  life,
  liWei,
  namespaces as namespacesOfLife,
  property,
} from './tenants';

/** What pages ask of tenancy; operations for backends alone have no place in a browser. */
type AskedByPages = Pick<
  TenancyApi,
  'namespaces' | 'memberships' | 'quotas' | 'access'
> & {
  tenants: Pick<TenancyApi['tenants'], 'list' | 'get'>;
  departments: Pick<TenancyApi['departments'], 'list'>;
  roles: Pick<TenancyApi['roles'], 'list'>;
};

/**
 * Tenancy over a few tenants: life and property insurance as the developer Li Wei sees them, unless told otherwise.
 *
 * @public
 */
export function fakeTenancyApi(
  data: {
    tenants?: TenantDetail[];
    namespaces?: Namespace[];
    memberships?: Memberships;
  } = {},
): TenancyApi {
  const {
    tenants = [life, property],
    namespaces = namespacesOfLife,
    memberships = liWei,
  } = data;
  const get = async ({ code }: { code: string }) => {
    const found = tenants.find(tenant => tenant.code === code);
    if (!found) throw new NotFoundError(`There is no tenant '${code}'`);
    return found;
  };
  const api: AskedByPages = {
    tenants: {
      list: async () => ({
        items: tenants.map(tenant => ({
          ...tenant,
          tightestQuota: findTightestQuota(tenant.quotas),
        })),
        totalCount: tenants.length,
      }),
      get,
    },
    namespaces: {
      list: async ({ tenant, shows, leaseEndsBy }) => {
        const items = namespaces.filter(
          found =>
            (!tenant || found.tenant === tenant) &&
            (!leaseEndsBy || isOverBy(found, leaseEndsBy)) &&
            (found.state === 'deleted') === (shows === 'deleted'),
        );
        // As the backend lists them: the first to end first.
        if (leaseEndsBy) items.sort(byEndOfLease);
        return { items, totalCount: items.length };
      },
    },
    access: { explain: async ({ code }) => ofLife(code, people) },
    departments: { list: async input => ofLife(input.tenant, departments) },
    roles: { list: async input => ofLife(input.tenant, customRoles) },
    memberships: {
      mine: async () => memberships,
      get: async () => memberships,
      holders: async () => ({ users: [] }),
    },
    quotas: {
      list: async ({ code }) => ({ items: (await get({ code })).quotas }),
    },
  };
  // Safe: what is left out is for backends; a page that calls it fails its test.
  return api as TenancyApi;
}

/** Only life insurance has people in these fixtures. */
function ofLife<T>(code: string, all: T[]) {
  const items = code === life.code ? all : [];
  return { items, totalCount: items.length };
}

function isOverBy({ lease }: Namespace, instant: string): boolean {
  return lease !== undefined && Date.parse(lease.until) <= Date.parse(instant);
}

function byEndOfLease(one: Namespace, other: Namespace): number {
  return (one.lease?.until ?? '').localeCompare(other.lease?.until ?? '');
}
