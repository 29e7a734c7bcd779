import { z } from 'zod';

/** Longer than any sentence that the portal writes; what others say is cut to it. */
const LENGTH_MAX = 2000;

/** A text in both languages of the portal. @public */
export const bilingual = z.object({
  'zh-CN': z.string().max(LENGTH_MAX),
  en: z.string().max(LENGTH_MAX),
});

/** @public */
export type Bilingual = z.infer<typeof bilingual>;

/**
 * A text as a database keeps it: its JSON. Anything else is a sentence in English that an older portal has written, which
 * is then what both languages have.
 *
 * @public
 */
export function readBilingual(stored: string): Bilingual {
  try {
    return bilingual.parse(JSON.parse(stored));
  } catch {
    return inEnglishOnly(stored);
  }
}

/**
 * A text for those of both languages at once: for what is written once and read by many, such as a log or a timeline.
 *
 * @public
 */
export function inOneLine({ 'zh-CN': chinese, en }: Bilingual): string {
  return chinese === en ? en : `${chinese} / ${en}`;
}

/**
 * A text that nobody has written in Chinese, cut to what a text may have.
 *
 * @public
 */
export function inEnglishOnly(text: string): Bilingual {
  return cutToLimit({ 'zh-CN': text, en: text });
}

/**
 * A text cut to what a text may have: for one that quotes what others say, which may be of any length.
 *
 * @public
 */
export function cutToLimit({ 'zh-CN': chinese, en }: Bilingual): Bilingual {
  return {
    'zh-CN': chinese.slice(0, LENGTH_MAX),
    en: en.slice(0, LENGTH_MAX),
  };
}
