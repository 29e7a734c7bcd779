import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/** All visible text of the tenants pages and of tenancy's request kinds. */
export const tenancyTranslationRef = createTranslationRef({
  id: 'plugin.tenancy',
  messages,
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
