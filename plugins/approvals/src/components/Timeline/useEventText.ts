import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from '../../messages';
import { approvalsTranslationRef } from '../../translation';

type EventId = keyof typeof messages.timeline.event;

const isKnown = (event: string): event is EventId =>
  Object.hasOwn(messages.timeline.event, event);

/** Answers what an event of a timeline means; the event's id when it is of a newer desk than this page. */
export function useEventText(): (event: string) => string {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return event => (isKnown(event) ? t(`timeline.event.${event}`) : event);
}
