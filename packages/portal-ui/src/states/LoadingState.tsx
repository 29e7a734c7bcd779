import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { portalUiTranslationRef } from '../translation';
import styles from './Message.module.css';

/**
 * Holds the place of something that loads.
 *
 * @public
 */
export function LoadingState({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <div className={styles.loading} role="status">
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton
          key={row}
          aria-hidden="true"
          width={row === 0 ? '30%' : '100%'}
          height={row === 0 ? 24 : 40}
        />
      ))}
    </div>
  );
}
