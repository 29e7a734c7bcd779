import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { Stage, Verdict } from '@caas/plugin-approvals-common';
import { PersonLink } from '@caas/plugin-tenancy-react';
import { DateTime, StatusTag, type StatusTone } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import styles from './DecisionList.module.css';

const TONES: Record<Verdict, StatusTone> = {
  approve: 'success',
  reject: 'danger',
  return: 'warning',
};

/** What people decided on a stage, and why. */
export function DecisionList({ decisions }: Pick<Stage, 'decisions'>) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  if (decisions.length === 0) return null;
  return (
    <ul className={styles.decisions} aria-label={t('stage.decisions')}>
      {decisions.map(({ by, onBehalfOf, verdict, comment, at }) => (
        <li key={`${by} ${at}`}>
          <Flex align="center" gap="2">
            <PersonLink person={by} />
            {onBehalfOf && (
              <Text variant="body-small">
                {t('stage.onBehalfOf')} <PersonLink person={onBehalfOf} />
              </Text>
            )}
            <StatusTag tone={TONES[verdict]} label={t(`verdict.${verdict}`)} />
            <Text variant="body-small" color="secondary">
              <DateTime value={at} />
            </Text>
          </Flex>
          {comment && (
            <Text as="p" className={styles.comment}>
              {comment}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
