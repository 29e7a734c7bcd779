import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { RequestPreview } from '@caas/plugin-approvals-common';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { useBilingual } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import { StageRule } from '../Stages';
import styles from './StageForecast.module.css';

/** Who would decide a request, in order, if it were made now. */
export function StageForecast({ preview }: { preview: RequestPreview }) {
  const { stages, automaticReason } = preview;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  if (stages.length === 0) {
    return (
      <Text as="p">
        {t('forecast.automatic')}{' '}
        {automaticReason && bilingual(automaticReason)}
      </Text>
    );
  }
  return (
    <ol className={styles.stages}>
      {stages.map(({ title, rule, approvers }, index) => (
        // eslint-disable-next-line react/no-array-index-key -- a stage has no other name than its place
        <li key={index}>
          <Text as="h3" variant="body-medium" weight="bold">
            {bilingual(title)}
          </Text>
          <StageRule rule={rule} />
          {approvers.length > 0 ? (
            <ul className={styles.people} aria-label={t('stage.approvers')}>
              {approvers.map(person => (
                <li key={person}>
                  <PersonLink person={person} />
                </li>
              ))}
            </ul>
          ) : (
            <Text as="p" variant="body-small" color="warning">
              {t('forecast.nobody')}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
