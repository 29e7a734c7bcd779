import type { ReactElement } from 'react';
import { usePortalLanguage } from '@caas/portal-ui';

/** Shows the one of two pages that is written in the person's language, and changes with it. */
export function InPersonsLanguage({
  chinese,
  english,
}: {
  chinese: ReactElement;
  english: ReactElement;
}) {
  return usePortalLanguage() === 'zh-CN' ? chinese : english;
}
