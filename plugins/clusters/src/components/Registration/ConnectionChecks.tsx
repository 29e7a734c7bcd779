import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import type {
  ConnectionCheck,
  ConnectionTest,
} from '@caas/plugin-clusters-common';
import { StatusTag, useBilingual, type StatusTone } from '@caas/portal-ui';
import { registrationTranslationRef } from '../../registration/translation';
import styles from './ConnectionChecks.module.css';

const TONES: Record<ConnectionCheck['status'], StatusTone> = {
  ok: 'success',
  missing: 'warning',
  failed: 'danger',
};

/** What the test of a connection found: all that is not in order, and of the rights that are there only that they are. */
export function ConnectionChecks({ test }: { test: ConnectionTest }) {
  const { t } = useTranslationRef(registrationTranslationRef);
  const missing = test.checks.filter(({ status }) => status === 'missing');
  const rights = test.checks.filter(({ id }) => id === 'right');
  const shown = test.checks.filter(
    ({ id, status }) => id !== 'right' || status !== 'ok',
  );
  const title = () => {
    if (!test.isUsable) return t('test.unusable');
    return missing.length === 0
      ? t('test.usable')
      : t('test.usableWithGaps', { count: missing.length });
  };
  const tone = missing.length === 0 ? 'success' : 'warning';
  return (
    <Flex direction="column" gap="3">
      <Alert
        role="status"
        status={test.isUsable ? tone : 'danger'}
        icon
        title={title()}
      />
      <ul className={styles.list} aria-label={t('test.checks')}>
        {shown.map(check => (
          <CheckLine key={`${check.id} ${check.message.en}`} check={check} />
        ))}
      </ul>
      {rights.length > 0 && rights.every(({ status }) => status === 'ok') && (
        <Text as="p">{t('test.allRights')}</Text>
      )}
    </Flex>
  );
}

function CheckLine({ check }: { check: ConnectionCheck }) {
  const { t } = useTranslationRef(registrationTranslationRef);
  const bilingual = useBilingual();
  const { id, status, message, right } = check;
  return (
    <li className={styles.line}>
      <StatusTag tone={TONES[status]} label={t(`status.${status}`)} />
      <span>
        <Text as="span" weight="bold">
          {t(`check.${id}`)}
          {right && ` ${right.verbs.join(', ')} ${right.resource}`}
        </Text>{' '}
        <Text as="span" color="secondary">
          {right ? t(`use.${right.use}`) : bilingual(message)}
        </Text>
      </span>
    </li>
  );
}
