import { useEffect, useState } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router-dom';

/**
 * Asks back before a link leads away from the page, and before the tab closes.
 *
 * @remarks
 * The router of the app cannot hold a navigation back, so the clicks on links are caught before they reach it. The back
 * button of the browser is not held: it leads to the step before, and out of the form only from the first; the draft
 * stays.
 *
 * @param isActive - whether there is something to lose
 */
export function useLeaveGuard(isActive: boolean) {
  const { pathname } = useLocation();
  const ownHref = useHref({ pathname });
  const base = useHref('/').replace(/\/$/, '');
  const navigate = useNavigate();
  const [target, setTarget] = useState<string>();

  useEffect(() => {
    if (!isActive) return undefined;
    const holdClick = (event: MouseEvent) => {
      const url = leadsTo(event);
      if (!url || url.pathname === ownHref) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(`${url.pathname}${url.search}${url.hash}`);
    };
    const holdUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Links outside of the page, such as those of the sidebar, lead away as well.
    document.addEventListener('click', holdClick, true);
    window.addEventListener('beforeunload', holdUnload);
    return () => {
      document.removeEventListener('click', holdClick, true);
      window.removeEventListener('beforeunload', holdUnload);
    };
  }, [isActive, ownHref]);

  return {
    isAsking: target !== undefined,
    stay: () => setTarget(undefined),
    leave: () => {
      if (target !== undefined) navigate(target.slice(base.length) || '/');
    },
  };
}

/** Where a click leads in this tab and this app, if it is one on a link. */
function leadsTo(event: MouseEvent): URL | undefined {
  const isPlain =
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link =
    isPlain && event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>('a[href]')
      : null;
  if (!link || link.hasAttribute('download')) return undefined;
  if (link.target && link.target !== '_self') return undefined;
  const url = new URL(link.href, window.location.href);
  return url.origin === window.location.origin ? url : undefined;
}
