import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the shared pieces. Pages have their own. */
export const portalUiTranslationRef = createTranslationRef({
  id: 'portal-ui',
  messages: {
    state: {
      loading: 'Loading',
      errorTitle: 'This could not be loaded',
      unreachable:
        'The portal did not answer. Check your network connection, then try again.',
      missingTitle: 'Not found',
      missingHelp:
        'The address may be wrong, it may have been removed, or you may not see it.',
      retry: 'Try again',
      deniedTitle: 'You may not see this',
      deniedHelp:
        'Ask the administrator of your tenant, or the platform administrators, for the role that you need.',
      staleTitle: 'What you see may be out of date',
    },
    quota: {
      used: 'Used {{used}} of {{limit}}',
      requested: 'requested {{requested}}',
      left: 'left {{left}}',
      exceeded: 'exceeds the limit by {{excess}}',
      none: 'No quota',
      limit: 'of {{limit}}',
      unknown: 'not known',
    },
    step: {
      waiting: 'Waiting',
      working: 'In progress',
      done: 'Done',
      failed: 'Failed',
      progress: '{{done}} of {{total}} steps done',
      label: 'Steps',
    },
    condition: {
      type: 'Condition',
      status: 'Status',
      reason: 'Reason',
      since: 'Since',
      none: 'No conditions are known yet',
      true: 'True',
      false: 'False',
      unknown: 'Unknown',
    },
    page: {
      range: '{{from}}–{{to}} of {{total}}',
      previous: 'Previous page',
      next: 'Next page',
      breadcrumbs: 'Breadcrumbs',
    },
  },
  translations: {
    // In the first bundle: most people read it, and every page shows some of it.
    'zh-CN': async () => ({
      default: (await import(/* webpackMode: "eager" */ './zh-CN')).default,
    }),
  },
});
