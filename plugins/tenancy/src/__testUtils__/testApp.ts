import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { appInLanguage } from '@caas/portal-ui/testing';

/** Options for the test app: the catalog's route for links to people, and the language. */
export function testApp(language: 'zh-CN' | 'en' = 'en') {
  return {
    ...appInLanguage(language),
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  };
}
