import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';

/** The languages of the portal. @public */
export type PortalLanguage = 'zh-CN' | 'en';

/** A text in both languages. @public */
export type BilingualText = { 'zh-CN': string; en: string };

/**
 * The language in which the person reads the portal.
 *
 * @public
 */
export function usePortalLanguage(): PortalLanguage {
  const api = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(() => api.getLanguage().language);
  useEffect(() => {
    const subscription = api
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [api]);
  return language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/**
 * Picks the person's language from texts that arrive as data in both, such as the title of a request.
 *
 * @public
 */
export function useBilingual(): (text: BilingualText) => string {
  const language = usePortalLanguage();
  return useCallback((text: BilingualText) => text[language], [language]);
}
