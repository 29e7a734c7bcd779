import { useEffect } from 'react';
import { configApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * Says in the tab of the browser which page this is.
 *
 * @public
 */
export function useDocumentTitle(title: string | undefined) {
  const app = useApi(configApiRef).getOptionalString('app.title');
  useEffect(() => {
    if (title) document.title = app ? `${title} | ${app}` : title;
  }, [title, app]);
}
