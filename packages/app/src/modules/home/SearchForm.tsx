import { useState, type FormEvent } from 'react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import { searchRouteRef } from './routes';
import { homeTranslationRef } from './translation';
import styles from './HomePage.module.css';

/** Leads to the search page with what the person looks for. */
export function SearchForm() {
  const { t } = useTranslationRef(homeTranslationRef);
  const search = useRouteRef(searchRouteRef);
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  if (!search) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(`${search()}?query=${encodeURIComponent(words.trim())}`);
  };
  return (
    <form role="search" className={styles.search} onSubmit={submit}>
      <RiSearchLine size={20} aria-hidden="true" />
      <input
        type="search"
        className={styles.searchField}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <Button type="submit">{t('search.submit')}</Button>
    </form>
  );
}
