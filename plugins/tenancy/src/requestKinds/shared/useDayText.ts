import { usePortalLanguage } from '@caas/portal-ui';

/** Answers a day (`2026-12-22`, or the time at which a lease ends) in words: `2026年12月22日星期二`. */
export function useDayText(): (day: string) => string {
  const language = usePortalLanguage();
  return day => {
    const at = new Date(day);
    return Number.isNaN(at.getTime())
      ? day
      : // Leases count days in UTC, wherever the person is.
        new Intl.DateTimeFormat(language, {
          dateStyle: 'full',
          timeZone: 'UTC',
        }).format(at);
  };
}
