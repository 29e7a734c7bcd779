import { describeIssues } from '@caas/contract';
import fc from 'fast-check';
import { z } from 'zod';

/** What operations take: one field for each kind of thing that a schema can say of its own. */
const input = z.strictObject({
  name: z.string().min(3).max(5),
  code: z.string().regex(/^[a-z]+$/),
  kind: z.enum(['dev', 'prod']),
  count: z.coerce.number().int().min(1).max(9),
  size: z.object({ cpu: z.number().positive().multipleOf(2) }),
  users: z.array(z.string()).min(1).max(2),
  either: z.union([z.string(), z.boolean()]),
  when: z.iso.datetime(),
  labels: z.record(z.string().max(2), z.json()),
});

const FIELDS = Object.keys(input.shape);

/** Neither what was left out under another name, nor words of the English sentences. */
const NOT_CHINESE = /undefined|expected|received|Invalid|Too |Unrecognized/;

const isAbsent = (body: unknown, path: PropertyKey[]) =>
  path.reduce<unknown>((value, key) => Object(value)[key], body) === undefined;

it('what zod says of any body is said in Chinese, names the same fields, and calls nothing missing that is there', () => {
  const body = fc.record(
    Object.fromEntries(
      FIELDS.map(field => [
        field,
        fc.oneof(
          fc.jsonValue({ maxDepth: 2 }),
          fc.constantFrom('abcd', 'dev', 4, { cpu: 3 }, ['a'], ''),
        ),
      ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(body, fc.jsonValue()), given => {
      for (const issue of input.safeParse(given).error?.issues ?? []) {
        const said = describeIssues([issue]);
        const field = issue.path.map(String).join('.');
        expect(said.en).toBe(`${field || 'body'}: ${issue.message}`);
        const start = `${field || '请求内容'}: `;
        expect(said['zh-CN'].slice(0, start.length)).toBe(start);
        const sentence = said['zh-CN'].slice(start.length);
        expect(sentence).toMatch(/[一-龥]/);
        // Names of fields that nobody knows are quoted.
        const quotes = issue.code === 'unrecognized_keys';
        expect(!quotes && NOT_CHINESE.test(sentence)).toBe(false);
        const isCalledMissing = sentence.startsWith('此项必填');
        expect(isCalledMissing).toBe(/received undefined$/.test(said.en));
        expect(isCalledMissing && !isAbsent(given, issue.path)).toBe(false);
      }
    }),
  );
});
