import { z } from 'zod';
import { describeIssue, describeIssues, issueSaying, says } from './index';

const issuesOf = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input).error?.issues ?? [];
const said = (schema: z.ZodType, input?: unknown) =>
  describeIssues(issuesOf(schema, input));

describe('what zod says of its own', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, '此项必填，应为文本'],
    [z.string(), null, '应为文本，收到的是空值'],
    [z.number(), 'two', '应为数字，收到的是文本'],
    [z.array(z.string()), {}, '应为列表，收到的是对象'],
    [z.object({}), [], '应为对象，收到的是列表'],
    [z.boolean(), 1, '应为布尔值，收到的是数字'],
    [z.number().int(), 1.5, '应为整数，收到的是数字'],
    [z.coerce.number(), 'lots', '应为数字，收到的是非数字的内容'],
    [z.coerce.number(), '1e999', '应为数字，收到的是无穷大'],
    [z.coerce.date(), 'x', '应为日期，收到的是无效的日期'],
    [z.enum(['dev', 'prod']), 'x', '应为以下之一：dev、prod'],
    [z.enum(['dev', 'prod']), undefined, '应为以下之一：dev、prod'],
    [z.literal('team'), 'x', '应为 team'],
    [z.string().min(2), 'a', '应不少于 2 个字符'],
    [z.string().max(2), 'abc', '应不超过 2 个字符'],
    [z.string().length(2), 'a', '应正好为 2 个字符'],
    [z.array(z.string()).min(1), [], '应不少于 1 项'],
    [z.tuple([z.string()]), ['a', 'b'], '应不超过 1 项'],
    [z.number().min(1), 0, '应不小于 1'],
    [z.number().max(100), 101, '应不大于 100'],
    [z.number().positive(), 0, '应大于 0'],
    [z.number().negative(), 0, '应小于 0'],
    [z.number().multipleOf(3), 4, '无效数字：必须是 3 的倍数'],
    [z.email(), 'x', '无效电子邮件'],
    [z.string().regex(/^a/), 'b', '无效字符串：必须满足正则表达式 /^a/'],
    [z.strictObject({}), { a: 1 }, '出现未知的键(key): "a"'],
    [
      z.record(z.string().max(1), z.json()),
      { ab: 1 },
      'record 中的键(key)无效',
    ],
    [z.union([z.string(), z.number()]), true, '无效输入'],
    [
      z.discriminatedUnion('k', [
        z.object({ k: z.literal('a') }),
        z.object({ k: z.literal('b') }),
      ]),
      { k: 'c' },
      '应为以下之一：a、b',
    ],
    [z.string().refine(() => false), 'x', '无效输入'],
    [
      z.date().min(new Date(8)),
      new Date(0),
      // Of what it neither counts nor measures it says what zod says.
      '数值过小：期望 date >=8',
    ],
  ])('%# %j: %s', (schema, input, chinese) => {
    const [issue] = issuesOf(schema, input);
    expect(describeIssue(issue)).toEqual({
      'zh-CN': chinese,
      en: issue.message,
    });
  });
});

describe('what a schema says', () => {
  const name = says('Write a name', '请填写名称');

  it('is said in both languages, whichever check or type says it', () => {
    const both = { 'zh-CN': '请求内容: 请填写名称', en: 'body: Write a name' };
    for (const [schema, input] of [
      [z.string().min(1, name), ''],
      [z.string().regex(/a/, name), 'b'],
      [z.string().refine(() => false, name), ''],
      [z.string(name), undefined],
      [z.enum(['a'], name), 'b'],
      [z.array(z.string()).max(0, name), ['a']],
      [z.union([z.string(), z.number()], name), true],
      [z.iso.datetime({ ...name, abort: true }), 'x'],
      [
        z
          .string()
          .superRefine((_, { addIssue }) =>
            addIssue(issueSaying('Write a name', '请填写名称')),
          ),
        '',
      ],
    ] as const) {
      expect(said(schema, input)).toEqual(both);
    }
  });

  it('may quote what was wrong', () => {
    const schema = z.string().regex(
      /^a/,
      says(
        ({ input }) => `'${input}' has no a`,
        ({ input }) => `“${input}”没有 a`,
      ),
    );
    expect(said(schema, 'b')).toEqual({
      'zh-CN': '请求内容: “b”没有 a',
      en: "body: 'b' has no a",
    });
  });

  it('stays at its field, whatever else is wrong', () => {
    const schema = z.object({
      name: z.string().min(1, name),
      sizes: z.array(z.number()),
      code: z.string().min(1, 'Write a code'),
    });
    expect(said(schema, { name: '', sizes: [1, 'x'], code: '' })).toEqual({
      'zh-CN':
        'name: 请填写名称; sizes.1: 应为数字，收到的是文本; code: Write a code',
      en: 'name: Write a name; sizes.1: Invalid input: expected number, received string; code: Write a code',
    });
  });

  it('is told in English when nobody wrote it in Chinese, and never taken for one of zod', () => {
    for (const [schema, input] of [
      [z.string('Write a name'), undefined],
      [z.string().min(1, 'Write a name'), ''],
      [z.enum(['a'], 'Write a name'), 'b'],
    ] as const) {
      expect(said(schema, input)['zh-CN']).toBe('请求内容: Write a name');
    }
  });
});

it('takes issues that are not of zod, with a path of segments', () => {
  expect(
    describeIssues([{ message: 'Too much', path: [{ key: 'a' }, 'b', 0] }]),
  ).toEqual({ 'zh-CN': 'a.b.0: Too much', en: 'a.b.0: Too much' });
});
