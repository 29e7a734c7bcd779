/**
 * Options of a test app that speaks a language of the portal.
 *
 * @public
 */
export function appInLanguage(language: 'zh-CN' | 'en') {
  // The language that the person chose last; it would outlive the test.
  window.localStorage.setItem('language', language);
  return {
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
