import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/** All visible text of the requests pages. */
export const approvalsTranslationRef = createTranslationRef({
  id: 'plugin.approvals',
  messages,
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
