import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { PolicyInForce } from '@caas/plugin-approvals-common';
import { useBilingual } from '@caas/portal-ui';
import { approvalsTranslationRef } from '../../translation';
import styles from './PolicyPage.module.css';

/** The rules in their order: the first that matches counts. */
export function RuleList({ rules }: Pick<PolicyInForce, 'rules'>) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  if (rules.length === 0) return <Text as="p">{t('policy.noRules')}</Text>;
  return (
    <ol className={styles.rules}>
      {rules.map(({ name, description, when, stages, automaticReason }) => (
        <li key={name}>
          <Flex direction="column" gap="1">
            <Text as="h3" variant="body-medium" weight="bold">
              {name}
            </Text>
            {description && <Text as="p">{bilingual(description)}</Text>}
            <code className={styles.when}>{when}</code>
            <Text as="p" variant="body-small" color="secondary">
              {automaticReason
                ? `${t('policy.automatic')}: ${bilingual(automaticReason)}`
                : stages.map(({ title }) => bilingual(title)).join(' → ')}
            </Text>
          </Flex>
        </li>
      ))}
    </ol>
  );
}
