import type { z } from 'zod';
import { withChinese } from './translatedError';

type RawIssue = z.core.$ZodRawIssue;

/** A sentence, or how to make one of what was wrong. */
type Sentence = string | ((issue: RawIssue) => string);

/**
 * The sentence of a schema or a check in both languages: `z.string().min(1, says('Write a name', '请填写名称'))`.
 *
 * @remarks
 * The message of the issue is the English one; `describeIssues` finds the Chinese one beside it. It stands there because zod
 * keeps whatever fields an issue has when it finishes one.
 *
 * @public
 */
export function says(english: Sentence, chinese: Sentence) {
  return {
    error: (issue: RawIssue): string => {
      withChinese(issue, said(chinese, issue));
      return said(english, issue);
    },
  };
}

/**
 * An issue in both languages, for `context.addIssue` of a schema that finds out by itself what is wrong.
 *
 * @public
 */
export function issueSaying(english: string, chinese: string) {
  return withChinese({ code: 'custom' as const, message: english }, chinese);
}

function said(sentence: Sentence, issue: RawIssue): string {
  return typeof sentence === 'string' ? sentence : sentence(issue);
}
