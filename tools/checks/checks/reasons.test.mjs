import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { reasons } from './reasons.mjs';

const inspect = text => reasons.inspect([sourceOf('a.ts', text)]);

const SILENT = {
  'a double cast': 'const a = b as unknown as A;',
  'a type of anything': 'let body: any;',
  'a cast to anything': "run({ text: '// none' } as any);",
  'a disabled rule': '// eslint-disable-next-line no-console\nlog();',
  'a disabled rule with an empty reason':
    '// eslint-disable-line no-console --',
  'an expected error': 'f();\n// @ts-expect-error\ng();',
  'an ignored error': 'f();\n// @ts-ignore\ng();',
};
for (const [what, text] of Object.entries(SILENT)) {
  test(`asks for the reason of ${what}`, () => {
    assert.equal(inspect(text).length, 1);
  });
}

const EXPLAINED = {
  'above it': '// The mock has no more.\nconst a = b as unknown as A;',
  'above a call of several lines':
    '// The mock has no more.\nrun({\n  a: 1,\n} as unknown as A);',
  'on the line': 'let body: any; // what a client sent',
  'inside a block': 'function f() {\n  // Not typed.\n  const a = b as any;\n}',
  'behind the rule':
    '// eslint-disable-next-line no-console -- a command\nlog();',
  'behind the directive': '// @ts-expect-error a read without access\nf();',
};
for (const [where, text] of Object.entries(EXPLAINED)) {
  test(`takes the reason ${where}`, () => {
    assert.deepEqual(inspect(text), []);
  });
}

test('does not take a comment of the statement before', () => {
  assert.equal(
    inspect('// Counts.\nlet n = 0;\nconst a = b as unknown as A;').length,
    1,
  );
});
