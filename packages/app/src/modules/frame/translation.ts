import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts around pages. */
export const frameTranslationRef = createTranslationRef({
  id: 'app.frame',
  messages: {
    title: {
      apis: 'APIs',
      actions: 'Actions',
      authProviders: 'Authentication Providers',
      catalog: 'Catalog',
      graph: 'Catalog Graph',
      create: 'Create',
      docs: 'Documentation',
      featureFlags: 'Feature Flags',
      general: 'General',
      notifications: 'Notifications',
      search: 'Search',
      settings: 'Settings',
      tasks: 'Tasks',
      templateEditor: 'Template Editor',
      templates: 'Templates',
      templatingExtensions: 'Templating Extensions',
    },
    notFound: {
      title: 'There is no such page',
      description:
        'The address may be mistyped, or the page may have moved. Go back home and look from there.',
      home: 'Home',
    },
  },
  translations: {
    // In the first bundle: most people read it, and every page shows some of it.
    'zh-CN': async () => ({
      default: (await import(/* webpackMode: "eager" */ './zh-CN')).default,
    }),
  },
});
