import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { MAX_LOG_LINES } from '@caas/plugin-clusters-common';
import { useBilingual } from '@caas/portal-ui';
import { actionsTranslationRef } from '../../actions/translation';
import type { LogState } from './usePodLog';

/** Says how the log stands: followed, waiting, ended, cut. Read aloud when it changes, unlike the lines. */
export function LogNotice(props: {
  state: LogState;
  isFollowed: boolean;
  hasDropped: boolean;
}) {
  const { state, isFollowed, hasDropped } = props;
  const { t } = useTranslationRef(actionsTranslationRef);
  const bilingual = useBilingual();
  const { notice, cutBy } = state;
  const said = [
    notice &&
      t(`log.${notice.kind}`, {
        message: notice.message ? bilingual(notice.message) : '',
      }),
    isFollowed && !notice && t('log.live'),
    hasDropped && t('log.droppedOldest', { lines: String(MAX_LOG_LINES) }),
    cutBy === 'lines' && t('log.cutByLines'),
    cutBy === 'bytes' && t('log.cutByBytes'),
  ].filter(Boolean);
  return (
    <Text as="p" role="status" color="secondary">
      {said.join(' ')}
    </Text>
  );
}
