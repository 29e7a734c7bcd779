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
    resource: {
      cpuMillicores: 'CPU',
      memoryBytes: 'Memory',
      storageBytes: 'Storage',
      pods: 'Pods',
      persistentVolumeClaims: 'Volume claims',
    },
    use: {
      label: '{{resource}} · {{environment}} · {{cluster}}',
      none: 'No quota',
    },
    person: {
      placeholder: 'Name or account',
      failed:
        'The people of the catalog could not be loaded. Load the page again.',
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
