import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { TimelineEntry } from '@caas/plugin-approvals-common';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { DateTime } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { useEventText } from './useEventText';
import styles from './Timeline.module.css';

/** What happened to a request, by whom and when. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const eventText = useEventText();
  if (entries.length === 0) {
    return <Text color="secondary">{t('timeline.none')}</Text>;
  }
  return (
    <ol className={styles.timeline}>
      {entries.map(({ id, at, by, onBehalfOf, event, comment }) => (
        <li key={id}>
          <Text as="p">
            {by ? <PersonLink person={by} /> : t('timeline.system')}{' '}
            {onBehalfOf && (
              <>
                {t('stage.onBehalfOf')} <PersonLink person={onBehalfOf} />{' '}
              </>
            )}
            {eventText(event)}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            <DateTime value={at} />
          </Text>
          {comment && (
            <Text as="p" className={styles.comment}>
              {comment}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
