import { chineseOf, type Bilingual } from '@caas/contract';

/**
 * Why a condition does not compile or has no answer, to stand within a sentence. What CEL says of its own is in English, and
 * quoted in Chinese: its first line, because the rest of its message draws where it is.
 */
export function reasonOf(error: unknown): Bilingual {
  const [en] = (error as Error).message.split('\n');
  return { 'zh-CN': chineseOf(error) ?? `“${en}”`, en };
}
