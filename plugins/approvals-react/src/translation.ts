import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts that belong to requests wherever they are shown. @public */
export const approvalsReactTranslationRef = createTranslationRef({
  id: 'plugin.approvals-react',
  messages: {
    state: {
      draft: 'Draft',
      pending: 'Awaiting approval',
      returned: 'Returned',
      approved: 'Approved',
      executing: 'Executing',
      failed: 'Failed',
      completed: 'Completed',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn',
      expired: 'Expired',
    },
  },
  translations: {
    'zh-CN': async () => ({
      default: (await import(/* webpackChunkName: "zh-CN" */ './zh-CN'))
        .default,
    }),
  },
});
