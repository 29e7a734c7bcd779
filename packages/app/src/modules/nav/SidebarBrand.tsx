import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from 'react-router-dom';
import { PortalLogo } from './PortalLogo';
import { navTranslationRef } from './translation';
import styles from './Nav.module.css';

/** Logo and name of the portal, leading home. */
export function SidebarBrand({ onClick }: { onClick?(): void }) {
  const { t } = useTranslationRef(navTranslationRef);
  return (
    <Link to="/" className={styles.brand} onClick={onClick}>
      <PortalLogo />
      <span className={styles.label}>{t('brand')}</span>
    </Link>
  );
}
