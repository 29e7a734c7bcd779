import type { Memberships, Tenant } from '@caas/plugin-tenancy-common';
import type { TenancyApi } from '@caas/plugin-tenancy-react';

const tenants: Tenant[] = [
  {
    code: 'life',
    name: '寿险',
    nameEn: 'Life insurance',
    state: 'active',
    group: 'group:default/life',
    contacts: [],
    myRoles: ['developer'],
    namespaceCount: 1,
  },
];

export const developer: Memberships = {
  user: 'user:default/li-wei',
  platformRoles: [],
  tenants: [
    {
      code: 'life',
      name: '寿险',
      nameEn: 'Life insurance',
      roles: ['developer'],
    },
  ],
};

/** The few operations of tenancy that the requests pages use. */
export function fakeTenancyApi(memberships: Memberships = developer) {
  const api: Pick<TenancyApi, 'tenants' | 'memberships'> = {
    tenants: {
      list: async () => ({ items: tenants, totalCount: tenants.length }),
      get: async () => ({ ...tenants[0], members: [], quotas: [] }),
    },
    memberships: {
      mine: async () => memberships,
      get: async () => memberships,
      holders: async () => ({ users: [] }),
    },
  };
  return api as TenancyApi;
}
