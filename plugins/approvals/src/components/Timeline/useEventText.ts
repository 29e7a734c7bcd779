import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TIMELINE_EVENTS } from '@caas/plugin-approvals-common';
import { approvalsTranslationRef } from '../../translation';

/** Answers what an event of a timeline means; the event's id when it is of a newer desk than this page. */
export function useEventText(): (event: string) => string {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return event => {
    const known = TIMELINE_EVENTS.find(id => id === event);
    return known ? t(`timeline.event.${known}`) : event;
  };
}
