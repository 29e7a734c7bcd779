import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Stage } from '@caas/plugin-approvals-common';
import { approvalsTranslationRef } from '../../translation';

/** How many decisions a stage takes, in words. */
export function StageRule({ rule }: Pick<Stage, 'rule'>) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <Text variant="body-small" color="secondary">
      {rule.mode === 'quorum'
        ? t('stage.rule.quorum', { needed: String(rule.count) })
        : t(`stage.rule.${rule.mode}`)}
    </Text>
  );
}
