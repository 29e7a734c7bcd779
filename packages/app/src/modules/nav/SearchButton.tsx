import { lazy, Suspense, useEffect, useState } from 'react';
import { useSidebarPinState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiSearchLine } from '@remixicon/react';
import { useLocation } from 'react-router-dom';
import { navTranslationRef } from './translation';
import styles from './Nav.module.css';

// Nobody searches before the first page is there: the dialog stays out of what it loads.
const SearchModal = lazy(() =>
  import('@backstage/plugin-search').then(m => ({ default: m.SearchModal })),
);

/** Opens the search dialog of Backstage over the page. */
export function SearchButton() {
  const { t } = useTranslationRef(navTranslationRef);
  const { isPinned } = useSidebarPinState();
  const [isOpen, setOpen] = useState(false);
  // The dialog leads away, to a result or to all of them, and leaves closing to whoever opened it.
  const { pathname, search } = useLocation();
  useEffect(() => setOpen(false), [pathname, search]);
  return (
    <>
      <button
        type="button"
        className={styles.item}
        aria-haspopup="dialog"
        title={isPinned ? undefined : t('search')}
        onClick={() => setOpen(true)}
      >
        <span className={styles.icon} aria-hidden="true">
          <RiSearchLine />
        </span>
        <span className={styles.label}>{t('search')}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchModal open hidden={false} toggleModal={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
