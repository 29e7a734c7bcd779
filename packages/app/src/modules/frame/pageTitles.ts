import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { frameTranslationRef } from './translation';

/** Titles that the stock plugins declare, and our words for them. */
const TITLES = {
  APIs: 'title.apis',
  Actions: 'title.actions',
  'Authentication Providers': 'title.authProviders',
  Catalog: 'title.catalog',
  'Catalog Graph': 'title.graph',
  Create: 'title.create',
  Docs: 'title.docs',
  Documentation: 'title.docs',
  'Feature Flags': 'title.featureFlags',
  General: 'title.general',
  Notifications: 'title.notifications',
  Search: 'title.search',
  Settings: 'title.settings',
  Tasks: 'title.tasks',
  'Template Editor': 'title.templateEditor',
  Templates: 'title.templates',
  'Templating Extensions': 'title.templatingExtensions',
} as const;

function isKnown(title: string): title is keyof typeof TITLES {
  return title in TITLES;
}

/** Says the title of a page or a tab in the person's language; a title that is not known stays as it is. */
export function usePageTitle(): (title: string) => string {
  const { t } = useTranslationRef(frameTranslationRef);
  return useCallback(title => (isKnown(title) ? t(TITLES[title]) : title), [t]);
}
