import { cutToLimit, type Bilingual } from './bilingual';

/** What an error says in languages beside that of its message, which is English. */
type Translations = Partial<Omit<Bilingual, 'en'>>;

/**
 * Gives an error that people read, or an issue of a schema, its Chinese sentence; the message stays the English one, which
 * logs and programs read.
 *
 * @remarks
 * The sentence travels with the error from backend to backend and to the browser, where `chineseOf` finds it.
 *
 * @public
 */
export function withChinese<E extends object>(error: E, chinese: string): E {
  const translations: Translations = { 'zh-CN': chinese };
  return Object.assign(error, { translations });
}

/**
 * What an error says in Chinese, where whoever threw it gave it a sentence; here, or in another process.
 *
 * @public
 */
export function chineseOf(error: unknown): string | undefined {
  const { translations } = (error ?? {}) as { translations?: unknown };
  const chinese = (translations as Translations | undefined)?.['zh-CN'];
  return typeof chinese === 'string' && chinese ? chinese : undefined;
}

/**
 * What an error says in both languages, for what is stored: the reason of a failure is read by people of both. English
 * stands for a Chinese sentence that nobody wrote.
 *
 * @public
 */
export function sentenceOf(error: unknown): Bilingual {
  const { message } = error as Error;
  return cutToLimit({ 'zh-CN': chineseOf(error) ?? message, en: message });
}
