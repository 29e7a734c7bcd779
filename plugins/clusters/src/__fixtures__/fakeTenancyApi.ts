import type { TenancyApi } from '@caas/plugin-tenancy-react';

const api: { tenants: Pick<TenancyApi['tenants'], 'list'> } = {
  tenants: {
    list: async () => ({
      items: [
        {
          code: 'life',
          name: '寿险',
          nameEn: 'Life insurance',
          state: 'active',
          group: 'group:default/life',
          contacts: [],
          myRoles: [],
          namespaceCount: 1,
        },
      ],
      totalCount: 1,
    }),
  },
};

/** The one operation of tenancy that the pages of clusters use: the names of tenants. */
export const fakeTenancyApi = api as TenancyApi;
