import { usePortalLanguage } from '@caas/portal-ui';
import { useEffect } from 'react';

/** Tells the browser and screen readers the language of the page. */
export function useDocumentLanguage() {
  const language = usePortalLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
