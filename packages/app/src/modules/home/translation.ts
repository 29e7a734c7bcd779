import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the workbench. */
export const homeTranslationRef = createTranslationRef({
  id: 'app.home',
  messages: {
    greeting: 'Hello, {{name}}',
    subtitle: 'What waits for you, and what is on its way.',
    all: 'All',
    actions: {
      title: 'Quick actions',
      createService: 'Create a service',
      requestNamespace: 'Apply for a namespace',
    },
    toDecide: {
      title: 'Waiting for my decision',
      empty: 'Nothing waits for your decision',
      emptyHelp: 'New requests appear here as they arrive.',
    },
    mine: {
      title: 'My requests',
      empty: 'You have not asked for anything yet',
      emptyHelp: 'Apply for a namespace, and follow it here.',
    },
    tenants: {
      title: "My tenants' use",
      empty: 'You do not belong to a tenant yet',
      emptyHelp:
        'Ask the administrator of your tenant to add you, or the platform administrators.',
      cpu: 'CPU',
      memory: 'Memory',
      namespaces_one: '{{count}} namespace',
      namespaces_other: '{{count}} namespaces',
      more_one: 'and {{count}} more tenant',
      more_other: 'and {{count}} more tenants',
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
