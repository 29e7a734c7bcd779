import { z } from 'zod';

/** A text in both languages of the portal. @public */
export const bilingual = z.object({
  'zh-CN': z.string().max(2000),
  en: z.string().max(2000),
});

/** @public */
export type Bilingual = z.infer<typeof bilingual>;
