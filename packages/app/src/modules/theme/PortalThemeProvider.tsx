import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { UnifiedThemeProvider } from '@backstage/theme';
import { portalThemes } from './portalThemes';

const DARK = '(prefers-color-scheme: dark)';

/**
 * The colours of the theme that is active.
 *
 * @remarks
 * One component for both themes: React builds the page anew below another component, and a form that somebody fills in
 * would be empty when their computer turns dark in the evening. So it finds out by itself which theme it shows, in the
 * way the app does: what the person chose, or else what their computer prefers.
 */
export function PortalThemeProvider({ children }: { children: ReactNode }) {
  const appThemeApi = useApi(appThemeApiRef);
  const chosen = useSyncExternalStore(
    useCallback(
      notify => {
        const subscription = appThemeApi.activeThemeId$().subscribe(notify);
        return () => subscription.unsubscribe();
      },
      [appThemeApi],
    ),
    () => appThemeApi.getActiveThemeId(),
  );
  const prefersDark = useSyncExternalStore(
    subscribeToPreference,
    () => window.matchMedia?.(DARK).matches ?? false,
  );
  const preferred = prefersDark ? 'dark' : 'light';
  const mode = chosen === 'dark' || chosen === 'light' ? chosen : preferred;
  return (
    <UnifiedThemeProvider theme={portalThemes[mode]}>
      {children}
    </UnifiedThemeProvider>
  );
}

function subscribeToPreference(notify: () => void): () => void {
  const query = window.matchMedia?.(DARK);
  query?.addEventListener('change', notify);
  return () => query?.removeEventListener('change', notify);
}
