import { useCallback } from 'react';
import { chineseOf } from '@caas/contract';
import { usePortalLanguage } from './usePortalLanguage';

/**
 * What an error says, in the person's language as far as whoever threw it knows that.
 *
 * @public
 */
export function useErrorSentence(): (error: Error) => string {
  const language = usePortalLanguage();
  return useCallback(
    error =>
      (language === 'zh-CN' ? chineseOf(error) : undefined) ?? error.message,
    [language],
  );
}
