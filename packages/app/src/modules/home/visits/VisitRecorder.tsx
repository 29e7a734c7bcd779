import { useEffect, useMemo, type ReactNode } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { usePortalLanguage } from '@caas/portal-ui';
import { useLocation } from 'react-router-dom';
import { placeOf } from './visit';
import { createVisitStore } from './visitStore';

/** Whoever leaves sooner did not come to look; and the heading is there by then. */
const STAY_MILLISECONDS = 2000;

/** Where the name of a thing stands: an entity page says "catalog" in its first heading, outside of the content. */
const HEADINGS = ['main h1', 'main .bui-HeaderTitle', 'h1'];

/** Remembers the pages about one thing that the person stays on. */
export function VisitRecorder({ children }: { children?: ReactNode }) {
  const storage = useApi(storageApiRef);
  const store = useMemo(() => createVisitStore(storage), [storage]);
  const { pathname } = useLocation();
  const language = usePortalLanguage();
  const { href, kind } = placeOf(pathname) ?? {};
  useEffect(() => {
    if (!href || !kind) return undefined;
    const timer = setTimeout(() => {
      const title = headingOfPage();
      if (!title) return;
      store
        .add({
          href,
          kind,
          titles: { [language]: title },
          at: new Date().toISOString(),
        })
        // A visit that is not remembered is no reason to disturb anybody.
        .catch(() => {});
    }, STAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [store, href, kind, language]);
  return <>{children}</>;
}

/** The heading of what is shown; undefined when the page says that it could not show it. */
function headingOfPage(): string | undefined {
  if (document.querySelector('main [role="alert"], article [role="alert"]')) {
    return undefined;
  }
  const heading = HEADINGS.map(selector =>
    document.querySelector(selector),
  ).find(Boolean);
  return heading?.textContent?.trim() || undefined;
}
