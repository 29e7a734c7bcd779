import type { Bilingual } from './bilingual';
import type { Issue } from './issue';
import { standardSentence } from './standardSentence';
import { chineseOf } from './translatedError';

/** `sizes.cpu: Write a number of cores`, one sentence for each field. @public */
export function describeIssues(issues: readonly Issue[]): Bilingual {
  const parts = issues.map(issue => ({
    path: pathOf(issue),
    said: describeIssue(issue),
  }));
  // Forms find the fields by this shape, in either language.
  return {
    'zh-CN': parts
      .map(({ path, said }) => `${path || '请求内容'}: ${said['zh-CN']}`)
      .join('; '),
    en: parts
      .map(({ path, said }) => `${path || 'body'}: ${said.en}`)
      .join('; '),
  };
}

/**
 * What one issue says, without the name of its field: in Chinese what `says` gave it, or what zod says of its own. English
 * stands for a Chinese sentence that nobody wrote.
 *
 * @public
 */
export function describeIssue(issue: Issue): Bilingual {
  const en = issue.message;
  return { 'zh-CN': chineseOf(issue) ?? standardSentence(issue) ?? en, en };
}

function pathOf({ path = [] }: Issue): string {
  return path
    .map(part => String(typeof part === 'object' ? part.key : part))
    .join('.');
}
