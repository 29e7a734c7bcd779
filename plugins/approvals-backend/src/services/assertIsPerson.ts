import { NotAllowedError } from '@backstage/errors';
import { withChinese, type Bilingual } from '@caas/contract';

/**
 * Four eyes are the eyes of people: what a program does, its owner does.
 *
 * @param what - What only people do, as a verb in either language.
 */
export function assertIsPerson(
  { person }: { person: string },
  what: Bilingual,
): void {
  if (person.startsWith('user:')) return;
  throw withChinese(
    new NotAllowedError(`Only people ${what.en}, and '${person}' is not one`),
    `只有人员可以${what['zh-CN']}，“${person}”不是人员`,
  );
}
