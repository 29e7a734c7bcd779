import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { navTranslationRef } from './translation';
import styles from './Nav.module.css';

/** Seen only by those who come with the keyboard: leads past the navigation to what the page is about. */
export function SkipLink() {
  const { t } = useTranslationRef(navTranslationRef);
  const skip = () => {
    // Not every stock page has a landmark for its content; all have a heading.
    const content = document.querySelector<HTMLElement>('main, article, h1');
    if (!content) return;
    content.tabIndex = -1;
    content.focus();
  };
  return (
    <button type="button" className={styles.skip} onClick={skip}>
      {t('skip')}
    </button>
  );
}
