import { useSidebarPinState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMyName } from '@caas/portal-ui';
import { NavLink } from 'react-router-dom';
import { navTranslationRef } from './translation';
import styles from './Nav.module.css';

/** Who is signed in, leading to their settings. */
export function PersonItem() {
  const { t } = useTranslationRef(navTranslationRef);
  const { isPinned } = useSidebarPinState();
  const name = useMyName();
  return (
    <NavLink
      to="/settings"
      className={styles.item}
      title={isPinned ? undefined : `${name} ${t('settings')}`}
    >
      <span className={styles.avatar} aria-hidden="true">
        {[...name][0]}
      </span>
      <span className={styles.label}>
        {name} <span className={styles.hint}>{t('settings')}</span>
      </span>
    </NavLink>
  );
}
