import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { requestKindsTranslationRef } from '../translation';
import styles from './FromTo.module.css';

/** What it is, and what it shall be. Only the latter where there was nothing before, or nothing changes. */
export function FromTo({ from, to }: { from?: string; to: string }) {
  const { t } = useTranslationRef(requestKindsTranslationRef);
  if (from === undefined) return <>{to}</>;
  if (from === to) {
    return (
      <>
        {to} <span className={styles.same}>{t('change.same')}</span>
      </>
    );
  }
  return (
    <span>
      <VisuallyHidden>{t('change.from')} </VisuallyHidden>
      <span className={styles.from}>{from}</span>
      <span aria-hidden="true"> → </span>
      <VisuallyHidden> {t('change.to')} </VisuallyHidden>
      <strong>{to}</strong>
    </span>
  );
}
