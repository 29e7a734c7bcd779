import { withChinese } from '@caas/contract';
import type { Bilingual } from '@caas/plugin-approvals-common';

/** An error that says a sentence of both languages. */
export function inBothLanguages<E extends Error>(
  ErrorClass: new (message: string) => E,
  sentence: Bilingual,
): E {
  return withChinese(new ErrorClass(sentence.en), sentence['zh-CN']);
}
