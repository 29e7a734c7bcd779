import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import type { Issue } from './issue';

type ZodIssue = z.core.$ZodIssue;
type Bound = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

const TYPES: Record<string, string> = {
  string: '文本',
  number: '数字',
  int: '整数',
  bigint: '整数',
  boolean: '布尔值',
  object: '对象',
  record: '对象',
  array: '列表',
  date: '日期',
  Date: '无效的日期',
  null: '空值',
  undefined: '空值',
  NaN: '非数字的内容',
  Infinity: '无穷大',
  '-Infinity': '负无穷大',
};

/** What is counted of a value; of others it is the value itself. */
const UNITS: Record<string, string> = {
  string: '个字符',
  array: '项',
  set: '项',
  map: '项',
};

const OF_MANY = {
  too_small: { at: '不少于', beyond: '多于' },
  too_big: { at: '不超过', beyond: '少于' },
};
const OF_SIZE = {
  too_small: { at: '不小于', beyond: '大于' },
  too_big: { at: '不大于', beyond: '小于' },
};

/**
 * What zod says of its own about an issue, in Chinese: undefined where the sentence is not zod's, and for what is none of its
 * issues.
 *
 * @remarks
 * A finished issue does not have the input that was wrong, so zod's own Chinese would say of everything that it is undefined.
 * What was received is in the English sentence, and only there: it is read from it, and is how zod's sentences are told from others.
 */
export function standardSentence(given: Issue): string | undefined {
  const issue = given as ZodIssue;
  if (issue.code === 'invalid_type') return wrongType(issue);
  if (issue.message !== sentenceIn(en, issue)) return undefined;
  if (issue.code === 'too_small') return bound(issue, issue.minimum);
  if (issue.code === 'too_big') return bound(issue, issue.maximum);
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  if ('options' in issue && issue.options) return oneOf(issue.options);
  return sentenceIn(zhCN, issue);
}

function sentenceIn(locale: typeof en, issue: ZodIssue): string | undefined {
  const said = locale().localeError({ ...issue, input: undefined });
  return typeof said === 'object' ? said?.message : said;
}

function wrongType(issue: z.core.$ZodIssueInvalidType): string | undefined {
  const { expected, message } = issue;
  const start = `Invalid input: expected ${expected}, received `;
  if (!message.startsWith(start)) return undefined;
  const received = message.slice(start.length);
  const wanted = `应为${TYPES[expected] ?? expected}`;
  return received === 'undefined'
    ? `此项必填，${wanted}`
    : `${wanted}，收到的是${TYPES[received] ?? received}`;
}

function bound(issue: Bound, limit: number | bigint): string | undefined {
  const { origin, exact, code, inclusive = true } = issue;
  const unit = UNITS[origin];
  if (!unit && !['number', 'int', 'bigint'].includes(origin)) {
    return sentenceIn(zhCN, issue);
  }
  const words = unit ? OF_MANY : OF_SIZE;
  const word = exact ? '正好为' : words[code][inclusive ? 'at' : 'beyond'];
  return `应${word} ${limit}${unit ? ` ${unit}` : ''}`;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1
    ? `应为 ${String(values[0])}`
    : `应为以下之一：${values.map(String).join('、')}`;
}
