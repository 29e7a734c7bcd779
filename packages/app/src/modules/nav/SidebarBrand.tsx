import { Link, useSidebarOpenState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PortalLogo } from './PortalLogo';
import { navTranslationRef } from './translation';
import styles from './SidebarBrand.module.css';

/** Logo and name of the portal, leading home. */
export function SidebarBrand() {
  const { isOpen } = useSidebarOpenState();
  const { t } = useTranslationRef(navTranslationRef);
  return (
    <Link
      to="/"
      underline="none"
      className={styles.brand}
      aria-label={t('brand')}
    >
      <PortalLogo />
      {isOpen && <span className={styles.name}>{t('brand')}</span>}
    </Link>
  );
}
