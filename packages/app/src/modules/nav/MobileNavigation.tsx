import { useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCloseLine, RiHome5Line, RiMenuLine } from '@remixicon/react';
import type { NavGroup } from './navGroups';
import { NavGroups } from './NavGroups';
import { NavItem } from './NavItem';
import { NotificationsItem } from './NotificationsItem';
import { PersonItem } from './PersonItem';
import { SearchButton } from './SearchButton';
import { SidebarBrand } from './SidebarBrand';
import { SkipLink } from './SkipLink';
import { navTranslationRef } from './translation';
import styles from './Nav.module.css';

/** The bar at the foot of a narrow screen, and the menu that it opens. The browser keeps the focus in the menu. */
export function MobileNavigation({ groups }: { groups: NavGroup[] }) {
  const { t } = useTranslationRef(navTranslationRef);
  const menu = useRef<HTMLDialogElement>(null);
  const close = () => menu.current?.close();
  return (
    <nav
      aria-label={t('navigation')}
      className={styles.bottomBar}
      data-theme-mode="dark"
    >
      <SkipLink />
      <NavItem to="/" icon={<RiHome5Line />} label={t('home')} />
      <SearchButton />
      <NotificationsItem />
      <button
        type="button"
        className={styles.item}
        aria-haspopup="dialog"
        onClick={() => menu.current?.showModal()}
      >
        <span className={styles.icon} aria-hidden="true">
          <RiMenuLine />
        </span>
        <span className={styles.label}>{t('menu')}</span>
      </button>
      <dialog ref={menu} className={styles.menu} aria-label={t('menu')}>
        <div className={styles.menuHead}>
          <SidebarBrand onClick={close} />
          <button
            type="button"
            className={styles.close}
            aria-label={t('closeMenu')}
            onClick={close}
          >
            <RiCloseLine aria-hidden="true" />
          </button>
        </div>
        {/* A press on any of the links inside leads away, so that the menu closes behind it. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- it only hears what the links inside have done, by key or press */}
        <div onClick={close}>
          <NavGroups groups={groups} />
          <PersonItem />
        </div>
      </dialog>
    </nav>
  );
}
