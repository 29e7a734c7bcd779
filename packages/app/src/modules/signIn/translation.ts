import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the sign-in page. */
export const signInTranslationRef = createTranslationRef({
  id: 'app.sign-in',
  messages: {
    title: 'Sign in',
    subtitle:
      'This is a demonstration. Choose the person as whom you want to look at the portal.',
    platform: 'Platform',
    failed: 'Signing in did not work. Choose again.',
    nobody: {
      title: 'Nobody can sign in here',
      description:
        'No people are configured under app.personas. Ask the platform administrators.',
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
