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
    company: {
      subtitle:
        'Use the account of your company. You come back to this page when you have signed in.',
      button: 'Sign in with your company account',
      checking: 'Looking whether you are signed in',
      leaving: 'Going to the sign-in of your company',
      failed: 'Signing in did not work',
      whomToAsk:
        'Try again. If it happens again, send this sentence to the platform administrators.',
    },
    nobody: {
      title: 'Nobody can sign in here',
      description:
        'No people are configured under app.personas. Ask the platform administrators.',
    },
  },
  translations: {
    'zh-CN': async () => ({
      default: (await import(/* webpackChunkName: "zh-CN" */ './zh-CN'))
        .default,
    }),
  },
});
