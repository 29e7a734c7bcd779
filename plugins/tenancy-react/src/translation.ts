import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts that belong to tenants wherever they are shown. @public */
export const tenancyReactTranslationRef = createTranslationRef({
  id: 'plugin.tenancy-react',
  messages: {
    environment: {
      dev: 'Development',
      test: 'Test',
      staging: 'Staging',
      prod: 'Production',
    },
    role: {
      'platform-admin': 'Platform administrator',
      'cluster-admin': 'Cluster administrator',
      auditor: 'Auditor',
      'tenant-admin': 'Tenant administrator',
      developer: 'Developer',
      operator: 'Operator',
      viewer: 'Viewer',
    },
    picker: {
      label: 'Tenant',
      placeholder: 'Choose a tenant',
      search: 'Search tenants',
      required: 'Required',
      none: 'There is no tenant for which you may ask',
      noneHelp:
        'Ask the administrator of your tenant to make you a developer or an operator.',
      failed: 'Your tenants could not be loaded',
      retry: 'Try again',
    },
  },
  translations: {
    'zh-CN': async () => ({
      default: (await import(/* webpackChunkName: "zh-CN" */ './zh-CN'))
        .default,
    }),
  },
});
