import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the sidebar. */
export const navTranslationRef = createTranslationRef({
  id: 'app.nav',
  messages: {
    brand: 'CaaS Portal',
    navigation: 'Main navigation',
    skip: 'Skip to content',
    collapse: 'Collapse the sidebar',
    expand: 'Expand the sidebar',
    menu: 'Menu',
    closeMenu: 'Close the menu',
    group: {
      workbench: 'Workbench',
      develop: 'Develop',
      resources: 'Resources',
      governance: 'Governance',
      more: 'More',
    },
    search: 'Search',
    home: 'Home',
    catalog: 'Catalog',
    apis: 'APIs',
    docs: 'Documentation',
    create: 'Create',
    requests: 'Requests',
    tenants: 'Tenants',
    clusters: 'Clusters',
    audit: 'Audit',
    notifications: 'Notifications',
    settings: 'Settings',
  },
  translations: {
    // In the first bundle: most people read it, and every page shows some of it.
    'zh-CN': async () => ({
      default: (await import(/* webpackMode: "eager" */ './zh-CN')).default,
    }),
  },
});

const LABELS = {
  'page:home': 'home',
  'page:catalog': 'catalog',
  'page:api-docs': 'apis',
  'page:techdocs': 'docs',
  'page:scaffolder': 'create',
  'page:approvals': 'requests',
  'page:tenancy': 'tenants',
  'page:clusters': 'clusters',
  'page:audit': 'audit',
  'page:user-settings': 'settings',
} as const;

/** The message that names a page in the sidebar, or undefined for a page that it does not know. */
export function navLabelKey(
  extensionId: string,
): (typeof LABELS)[keyof typeof LABELS] | undefined {
  return extensionId in LABELS
    ? LABELS[extensionId as keyof typeof LABELS]
    : undefined;
}
