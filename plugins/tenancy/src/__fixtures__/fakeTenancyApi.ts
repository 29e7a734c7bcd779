import { NotFoundError } from '@backstage/errors';
import type { TenancyApi } from '@caas/plugin-tenancy-react';
import { life, liWei, namespaces, property } from './tenants';

const never = async () => {
  throw new Error('Only backends call this');
};

/** Tenancy over the fixtures. */
export function fakeTenancyApi(tenants = [life, property]): TenancyApi {
  const get = async ({ code }: { code: string }) => {
    const found = tenants.find(tenant => tenant.code === code);
    if (!found) throw new NotFoundError(`There is no tenant '${code}'`);
    return found;
  };
  return {
    tenants: {
      list: async () => ({ items: tenants, totalCount: tenants.length }),
      get,
    },
    namespaces: {
      list: async ({ tenant }) => {
        const items = namespaces.filter(found => found.tenant === tenant);
        return { items, totalCount: items.length };
      },
    },
    memberships: { mine: async () => liWei, get: never, holders: never },
    claimedGroups: { record: never },
    projection: { get: never },
    quotas: {
      list: async ({ code }) => ({ items: (await get({ code })).quotas }),
    },
    requestKinds: {
      validate: never,
      evidence: never,
      reserve: never,
      release: never,
      execute: never,
      cancel: never,
    },
  };
}
