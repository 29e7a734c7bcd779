import { useId } from 'react';
import { useSidebarPinState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiSidebarFoldLine, RiSidebarUnfoldLine } from '@remixicon/react';
import type { NavGroup } from './navGroups';
import { NavGroups } from './NavGroups';
import { NotificationsItem } from './NotificationsItem';
import { PersonItem } from './PersonItem';
import { SearchButton } from './SearchButton';
import { SidebarBrand } from './SidebarBrand';
import { SkipLink } from './SkipLink';
import { navTranslationRef } from './translation';
import styles from './Nav.module.css';

/**
 * The bar at the side. Collapsed it keeps the icons, and the names for screen readers and tooltips.
 *
 * @remarks
 * It is drawn in dark colours in both themes. Whether it is collapsed is kept by the `SidebarPage` of the stock layout,
 * which also makes room for it: its widths, 224 and 72 pixels, are those of `Nav.module.css`.
 */
export function DesktopSidebar({ groups }: { groups: NavGroup[] }) {
  const { t } = useTranslationRef(navTranslationRef);
  const { isPinned, toggleSidebarPinState } = useSidebarPinState();
  const id = useId();
  const toggleLabel = t(isPinned ? 'collapse' : 'expand');
  return (
    <nav
      id={id}
      aria-label={t('navigation')}
      className={styles.sidebar}
      data-collapsed={!isPinned}
      data-theme-mode="dark"
    >
      <SkipLink />
      <SidebarBrand />
      <SearchButton />
      <div className={styles.scroll}>
        <NavGroups groups={groups} />
      </div>
      <div className={styles.foot}>
        <NotificationsItem />
        <PersonItem />
        <button
          type="button"
          className={styles.item}
          aria-expanded={isPinned}
          aria-controls={id}
          title={isPinned ? undefined : toggleLabel}
          onClick={toggleSidebarPinState}
        >
          <span className={styles.icon} aria-hidden="true">
            {isPinned ? <RiSidebarFoldLine /> : <RiSidebarUnfoldLine />}
          </span>
          <span className={styles.label}>{toggleLabel}</span>
        </button>
      </div>
    </nav>
  );
}
