import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** Options for the test app: the catalog's route for links to people, and the language. */
export function testApp(language: 'zh-CN' | 'en' = 'en') {
  // The language that the person chose last; it would outlive the test.
  window.localStorage.setItem('language', language);
  return {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: { availableLanguages: ['zh-CN', 'en'] },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  };
}
